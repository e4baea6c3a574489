package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Moving-average crosses over the same bars again and again, one unit a trade, no costs, everything filled at opens: for looking
 * at thousands of pairs, of which what looks good is then run in full by {@link Backtest}. Keeps room for the trades of one
 * run, so each thread needs its own.
 */
public final class CrossSweep {

	private final ScaledBars bars;
	private final CrossKernel kernel;
	private final Marks marks = new Marks();

	private CrossSweep(ScaledBars bars, CrossKernel kernel) {
		this.bars = bars;
		this.kernel = kernel;
	}

	/** None where stops would fill inside a bar, or the numbers are too large to count with. */
	public static Optional<CrossSweep> over(ScaledBars bars, Stops stops) {
		return stops.isNone() || stops.kind() == Stops.Kind.CLOSE ? CrossKernel.of(bars, stops).map(it -> new CrossSweep(bars, it))
				: Optional.empty();
	}

	/**
	 * @param forgetsAfter see {@link io.vigie.engine.strategy.SmaCross#forgetsAfter()}
	 * @throws IllegalArgumentException where averages of that length can't be compared exactly
	 */
	public void run(int fast, int slow, int forgetsAfter) {
		if (fast < 1 || fast >= slow || !kernel.takes(fast, slow)) {
			throw new IllegalArgumentException("Averages of " + fast + " and " + slow + " bars can't be compared over these prices");
		}
		kernel.run(fast, slow, forgetsAfter, marks);
	}

	/** Trades of the last run, an open one included. */
	public int trades() {
		return marks.size();
	}

	/** Index of the bar that it bought in. */
	public int entryBar(int trade) {
		return marks.entry(trade);
	}

	/** Index of the bar that it sold in; minus one where it is open. */
	public int exitBar(int trade) {
		return marks.exit(trade);
	}

	/** Of the closed trades of the last run. */
	public BigDecimal profit() {
		long profit = 0;
		for (int i = 0; i < marks.size(); i++) {
			profit += marks.exit(i) == Marks.OPEN ? 0 : bars.open[marks.exit(i)] - bars.open[marks.entry(i)];
		}
		return bars.price(profit);
	}
}
