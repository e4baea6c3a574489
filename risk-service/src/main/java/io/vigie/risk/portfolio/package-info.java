/** The last known portfolio of each bot. */
@NullMarked
package io.vigie.risk.portfolio;

import org.jspecify.annotations.NullMarked;
