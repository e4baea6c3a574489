package io.vigie.analyst.backtest;

import io.vigie.backtest.data.BuiltIn;
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
 * @param data a symbol
 * @param source recordings ({@code BTC/USD}, {@code ETH/USD}, {@code AAPL}, at their own dates) or the bars that the platform has
 *   stored; if left out, the recording where there is one of that symbol
 * @param reference the second symbol of a strategy that compares two, from the same source
 * @param timeframe of the bars; that of the recording, a minute for prints and stored bars, if left out
 * @param from market time, included; if left out as far back as the recording, or the 50,000 latest stored bars, reach
 * @param to market time: what has not opened (recordings) or closed (stored bars) by then is left out
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
		@Nullable Source source, @Nullable @Size(min = 1, max = 32) String reference, @Nullable Timeframe timeframe, @Nullable Instant from, @Nullable Instant to,
		@Nullable @Positive @DecimalMax("1000000000000") BigDecimal capital, @Nullable @Positive @DecimalMax("1") BigDecimal size,
		@Nullable @DecimalMin("0") @DecimalMax("0.05") BigDecimal fees, @Nullable @DecimalMin("0") @DecimalMax("1000") BigDecimal slippageBp,
		@Nullable @Positive @DecimalMax("0.99") BigDecimal stop, @Nullable @Positive @DecimalMax("10") BigDecimal target,
		Stops.@Nullable Kind stops,
		@Nullable @Size(max = 500) String sweep, @Nullable @Min(1) @Max(1_000_000) Integer random, @Nullable Long seed,
		@Nullable @Min(1) @Max(20) Integer walkForward, @Nullable @Min(1) @Max(100_000) Integer monteCarlo, @Nullable Boolean check,
		@Nullable Boolean sensitivity) {

	enum Source {
		RECORDING, STORED
	}

	/** Else a recording is meant. */
	boolean ofStoredBars() {
		return source == Source.STORED || source == null && BuiltIn.of(data).isEmpty();
	}

	BacktestRequest between(Instant since, Instant until) {
		return new BacktestRequest(strategy, parameters, data, source, reference, timeframe, since, until, capital, size, fees, slippageBp, stop,
				target, stops, sweep, random, seed, walkForward, monteCarlo, check, sensitivity);
	}
}
