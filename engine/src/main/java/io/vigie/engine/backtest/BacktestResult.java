package io.vigie.engine.backtest;

import java.util.List;

/**
 * What came of a backtest, together with what it took for granted.
 *
 * @param trades in order of entry; only the last can be open
 * @param equity one point per bar
 */
public record BacktestResult(Assumptions assumptions, List<Trade> trades, List<EquityPoint> equity, List<Refusal> refusals,
		Figures figures) {
}
