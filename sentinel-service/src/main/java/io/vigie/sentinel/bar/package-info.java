/** Closed bars: told to the others, kept in the database, served for warm-up. */
@NullMarked
package io.vigie.sentinel.bar;

import org.jspecify.annotations.NullMarked;
