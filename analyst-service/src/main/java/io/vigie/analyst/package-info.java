/** Turns bars into signals and proposals. */
@NullMarked
package io.vigie.analyst;

import org.jspecify.annotations.NullMarked;
