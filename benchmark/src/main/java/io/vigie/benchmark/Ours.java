package io.vigie.benchmark;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.CrossSweep;
import io.vigie.engine.backtest.ScaledBars;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.SmaCross;
import io.vigie.engine.strategy.Strategies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The platform's own backtester, set up for the same trades. */
final class Ours {

	private static final Stops STOPS = Stops.checkedAtClose(new BigDecimal("0.02"), new BigDecimal("0.04"));
	private static final BigDecimal CAPITAL = new BigDecimal("1000000");

	private final ScaledBars bars;

	Ours(ScaledBars bars) {
		this.bars = bars;
	}

	/** From nothing computed to all trades. */
	List<Deal> run(int fast, int slow) {
		CrossSweep run = CrossSweep.over(bars, STOPS).orElseThrow();
		run.run(fast, slow, start(fast, slow).forgetsAfter());
		List<Deal> deals = new ArrayList<>(run.trades());
		for (int i = 0; i < run.trades(); i++) {
			deals.add(new Deal(run.entryBar(i), run.exitBar(i)));
		}
		return deals;
	}

	/**
	 * On all cores; the profit is worked out, too.
	 *
	 * @return closed trades of each pair, in order
	 */
	List<Integer> sweep(List<Pair> pairs) {
		int cores = Runtime.getRuntime().availableProcessors();
		Integer[] trades = new Integer[pairs.size()];
		IntStream.range(0, cores).parallel().forEach(core -> {
			CrossSweep run = CrossSweep.over(bars, STOPS).orElseThrow();
			BigDecimal best = BigDecimal.ZERO;
			for (int i = core; i < pairs.size(); i += cores) {
				Pair it = pairs.get(i);
				run.run(it.fast(), it.slow(), start(it.fast(), it.slow()).forgetsAfter());
				best = best.max(run.profit());
				boolean open = run.trades() > 0 && run.exitBar(run.trades() - 1) < 0;
				trades[i] = open ? run.trades() - 1 : run.trades();
			}
		});
		return List.of(trades);
	}

	/** The whole of it: account, fees, equity and figures, from bars as they come. */
	static BacktestResult whole(List<Bar> bars, int fast, int slow) {
		return Backtest.run(start(fast, slow), bars, Assumptions.plain(Backtest.instrumentOf(bars), CAPITAL).with(STOPS));
	}

	private static SmaCross start(int fast, int slow) {
		return (SmaCross) Strategies.start("sma-cross", Map.of("fast", BigDecimal.valueOf(fast), "slow", BigDecimal.valueOf(slow)));
	}
}
