package io.vigie.analyst.backtest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much work may be asked for.
 *
 * @param backtestQueue most backtests that are unfinished at a time
 * @param backtestTrials most trials of one backtest
 * @param backtestThreads that an instance works on trials with; they yield to what trades
 */
@Validated
@ConfigurationProperties("vigie.analyst")
record BacktestSettings(@Min(1) @Max(1000) int backtestQueue, @Min(1) @Max(1_000_000) int backtestTrials,
		@Min(1) @Max(256) int backtestThreads) {
}
