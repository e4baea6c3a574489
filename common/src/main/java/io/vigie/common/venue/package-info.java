/** Tolerant reading of a venue's answers: fields go, come and change their type, and each that is missed is missed by name. */
@NullMarked
package io.vigie.common.venue;

import org.jspecify.annotations.NullMarked;
