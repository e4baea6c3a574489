/** Listens to the market and the broker, and tells the others. */
@NullMarked
package io.vigie.sentinel;

import org.jspecify.annotations.NullMarked;
