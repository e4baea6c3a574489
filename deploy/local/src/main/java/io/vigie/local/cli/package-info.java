/** The commands a user types. */
@NullMarked
package io.vigie.local.cli;

import org.jspecify.annotations.NullMarked;
