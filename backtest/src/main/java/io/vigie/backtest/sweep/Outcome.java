package io.vigie.backtest.sweep;

import io.vigie.engine.honesty.Trial;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one trial.
 *
 * @param number of the trial, from 0
 * @param score none where the strategy takes no such parameters, as an average that is called fast and is slower
 */
public record Outcome(int number, Map<String, BigDecimal> parameters, @Nullable Score score) {

	/** @param trades closed ones */
	public record Score(Trial trial, BigDecimal totalReturn, BigDecimal maxDrawdown, int trades) {

		/** Per bar, not annualised. */
		public double sharpe() {
			return trial.moments().sharpe();
		}
	}
}
