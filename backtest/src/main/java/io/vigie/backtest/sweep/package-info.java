/** One strategy, many backtests: over parameters, stretches of time and costs, and what all of them together say of the one that looks best. */
@NullMarked
package io.vigie.backtest.sweep;

import org.jspecify.annotations.NullMarked;
