/** Backtests that were asked for over HTTP, worked off by as many instances as there are. */
@NullMarked
package io.vigie.analyst.backtest;

import org.jspecify.annotations.NullMarked;
