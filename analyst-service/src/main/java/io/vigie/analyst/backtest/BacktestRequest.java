package io.vigie.analyst.backtest;

import io.vigie.engine.backtest.Stops;
import io.vigie.engine.market.Timeframe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a strategy. Fractions are of one; fills are at the next bar's open.
 *
 * @param parameters of the strategy, the same in all trials; those left out have their default
 * @param data a recording: {@code BTC/USD}, {@code ETH/USD} or {@code AAPL}
 * @param timeframe of the bars; that of the recording, a minute for prints, if left out
 * @param from market time, included
 * @param to market time, excluded
 * @param size part of the equity in each trade; all of it if left out
 * @param fees fraction of the value of each fill
 * @param slippageBp basis points that market orders and stops fill worse
 * @param stops what kind of stops, see the command line
 * @param sweep ranges of parameters to try, as {@code fast=5:50:5,slow=20:200:10}
 * @param random how many of the combinations to draw; all if left out
 * @param walkForward stretches of a walk-forward
 * @param monteCarlo how often to draw the trades anew
 */
record BacktestRequest(@NotBlank @Size(max = 64) String strategy,
		@Nullable @Size(max = 20) Map<@Size(max = 40) String, BigDecimal> parameters, @NotBlank @Size(max = 32) String data,
		@Nullable Timeframe timeframe, @Nullable Instant from, @Nullable Instant to,
		@Nullable @Positive @DecimalMax("1000000000000") BigDecimal capital, @Nullable @Positive @DecimalMax("1") BigDecimal size,
		@Nullable @DecimalMin("0") @DecimalMax("0.05") BigDecimal fees, @Nullable @DecimalMin("0") @DecimalMax("1000") BigDecimal slippageBp,
		@Nullable @Positive @DecimalMax("0.99") BigDecimal stop, @Nullable @Positive @DecimalMax("10") BigDecimal target,
		Stops.@Nullable Kind stops,
		@Nullable @Size(max = 500) String sweep, @Nullable @Min(1) @Max(1_000_000) Integer random, @Nullable Long seed,
		@Nullable @Min(1) @Max(20) Integer walkForward, @Nullable @Min(1) @Max(100_000) Integer monteCarlo, @Nullable Boolean check,
		@Nullable Boolean sensitivity) {
}
