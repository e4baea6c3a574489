/** Looks over all that the venue trades. */
@NullMarked
package io.vigie.sentinel.screen;

import org.jspecify.annotations.NullMarked;
