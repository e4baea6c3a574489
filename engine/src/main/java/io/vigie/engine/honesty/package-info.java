/**
 * How far a backtest can be believed: what luck alone would have shown, and whether the best of many trials is more than that.
 * These are statistics about returns, not money, so they count in doubles.
 */
@NullMarked
package io.vigie.engine.honesty;

import org.jspecify.annotations.NullMarked;
