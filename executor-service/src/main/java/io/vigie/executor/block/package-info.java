/** Why no new entries are taken, stored. Exits and protection never ask. */
@NullMarked
package io.vigie.executor.block;

import org.jspecify.annotations.NullMarked;
