/** How good each source's signals have been. */
@NullMarked
package io.vigie.analyst.score;

import org.jspecify.annotations.NullMarked;
