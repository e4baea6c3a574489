package io.vigie.engine.honesty;

import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Trade;
import java.math.BigDecimal;
import java.util.List;

/** What a backtest made, as fractions that statistics can count with. */
public final class Returns {

	private Returns() {
	}

	/** Of the equity from bar to bar, the first from the capital. */
	public static double[] ofBars(BacktestResult result) {
		List<EquityPoint> equity = result.equity();
		double[] returns = new double[equity.size()];
		double before = result.assumptions().capital().doubleValue();
		for (int i = 0; i < returns.length; i++) {
			double now = equity.get(i).equity().doubleValue();
			returns[i] = before <= 0 ? 0 : now / before - 1;
			before = now;
		}
		return returns;
	}

	/** Of each closed trade, after fees, over the equity at the close before it was entered. */
	public static double[] ofTrades(BacktestResult result) {
		return result.trades().stream().filter(it -> !it.isOpen()).mapToDouble(it -> ofTrade(it, result)).toArray();
	}

	private static double ofTrade(Trade trade, BacktestResult result) {
		BigDecimal profit = trade.profit();
		BigDecimal before = trade.entryBar() == 0 ? result.assumptions().capital() : result.equity().get(trade.entryBar() - 1).equity();
		return profit == null || before.signum() <= 0 ? 0 : profit.doubleValue() / before.doubleValue();
	}
}
