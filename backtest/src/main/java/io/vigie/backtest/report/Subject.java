package io.vigie.backtest.report;

import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.market.Bar;
import java.util.List;

/**
 * What a report is about.
 *
 * @param strategy in words, with its parameters
 * @param data where the bars are from, in words
 * @param bars that were traded on, at least one
 */
public record Subject(String strategy, String data, List<Bar> bars, BacktestResult result) {

	public Subject {
		if (bars.isEmpty() || bars.size() != result.equity().size()) {
			throw new IllegalArgumentException("A report needs the bars that were traded on, not " + bars.size() + " where the result has "
					+ result.equity().size());
		}
	}
}
