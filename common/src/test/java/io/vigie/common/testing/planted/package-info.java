/** Breaks the rules of the house on purpose. */
@NullMarked
package io.vigie.common.testing.planted;

import org.jspecify.annotations.NullMarked;
