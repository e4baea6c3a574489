/** Sees to it that every position has a stop at the venue for all of it, and counts the time it has none. */
@NullMarked
package io.vigie.executor.protect;

import org.jspecify.annotations.NullMarked;
