package io.vigie.benchmark;

import io.vigie.engine.backtest.ScaledBars;
import io.vigie.engine.market.Bar;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;

/** Ours and ta4j in turn, round by round, so that whatever else the machine does meets both. */
final class Benchmark {

	private static final int FAST = 10;
	private static final int SLOW = 20;
	private static final int OUR_REPETITIONS = 5;

	private final Sizes sizes;
	private final Consumer<String> screen;
	private boolean alike = true;

	Benchmark(Sizes sizes, Consumer<String> screen) {
		this.sizes = sizes;
		this.screen = screen;
	}

	/** Whether both found the same trades. */
	boolean run() {
		say("%,d bars of a random walk in cents; SMA(%d, %d), stop 2 %%, target 4 %%, checked at closes, filled at the next open", sizes.bars(),
				FAST, SLOW);
		single();
		say("");
		say("%,d pairs over %,d bars, on all cores", sizes.pairs(), sizes.sweepBars());
		sweep();
		return alike;
	}

	private void single() {
		List<Bar> bars = Walk.bars(sizes.bars());
		long before = used();
		ScaledBars scaled = ScaledBars.of(bars).orElseThrow();
		double ourBytes = (used() - before) / (double) sizes.bars();
		before = used();
		Other decimal = new Other(bars, DecimalNumFactory.getInstance());
		double decimalBytes = (used() - before) / (double) sizes.bars();
		before = used();
		Other binary = new Other(bars, DoubleNumFactory.getInstance());
		double binaryBytes = (used() - before) / (double) sizes.bars();
		say("Memory of the series: ours %.0f bytes a bar, ta4j DecimalNum %.0f, DoubleNum %.0f", ourBytes, decimalBytes, binaryBytes);
		Ours ours = new Ours(scaled);
		for (int i = 0; i < OUR_REPETITIONS; i++) {
			ours.run(FAST, SLOW);
		}
		Stopwatch our = new Stopwatch();
		Stopwatch whole = new Stopwatch();
		Stopwatch exact = new Stopwatch();
		Stopwatch rough = new Stopwatch();
		for (int round = 1; round <= sizes.rounds(); round++) {
			List<Deal> expected = exact.time(() -> decimal.run(FAST, SLOW));
			List<Deal> found = ours.run(FAST, SLOW);
			for (int i = 0; i < OUR_REPETITIONS; i++) {
				found = our.time(() -> ours.run(FAST, SLOW));
			}
			List<Deal> invented = rough.time(() -> binary.run(FAST, SLOW));
			int full = whole.time(() -> Ours.whole(bars, FAST, SLOW)).trades().size();
			compare("trades of DecimalNum", expected, found);
			say("round %d of %d: ours %,d trades (in full %,d), DecimalNum %,d, DoubleNum %,d", round, sizes.rounds(), found.size(), full,
					expected.size(), invented.size());
		}
		row("ours, trades", our, sizes.bars(), our);
		row("ours, with account, equity and figures", whole, sizes.bars(), our);
		row("ta4j BarSeriesManager, DecimalNum", exact, sizes.bars(), our);
		row("ta4j BarSeriesManager, DoubleNum", rough, sizes.bars(), our);
	}

	private void sweep() {
		List<Bar> bars = Walk.bars(sizes.sweepBars());
		List<Pair> pairs = Pair.first(sizes.pairs());
		Ours ours = new Ours(ScaledBars.of(bars).orElseThrow());
		ours.sweep(pairs);
		Stopwatch our = new Stopwatch();
		Stopwatch exact = new Stopwatch();
		Stopwatch rough = new Stopwatch();
		List<Integer> found = our.time(() -> ours.sweep(pairs));
		Other decimal = new Other(bars, DecimalNumFactory.getInstance());
		List<Integer> expected = exact.time(() -> decimal.sweep(pairs));
		Other binary = new Other(bars, DoubleNumFactory.getInstance());
		our.time(() -> ours.sweep(pairs));
		rough.time(() -> binary.sweep(pairs));
		our.time(() -> ours.sweep(pairs));
		compare("closed trades of each pair", expected, found);
		long pairBars = (long) sizes.pairs() * sizes.sweepBars();
		row("ours", our, pairBars, our);
		row("ta4j BacktestExecutor, DecimalNum", exact, pairBars, our);
		row("ta4j BacktestExecutor, DoubleNum", rough, pairBars, our);
	}

	private void compare(String what, List<?> expected, List<?> found) {
		if (!expected.equals(found)) {
			alike = false;
			say("✗ %s differ: %d there, %d here", what, expected.size(), found.size());
		}
	}

	private void row(String name, Stopwatch watch, long bars, Stopwatch our) {
		say("  %-40s %10.4f s %12.2f M bars/s %9.1fx", name, watch.seconds(), bars / watch.seconds() / 1e6, watch.seconds() / our.seconds());
	}

	private void say(String format, Object... values) {
		screen.accept(String.format(Locale.ROOT, format, values));
	}

	/** After a collection, as near as it can be had. */
	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** How much is measured. */
	record Sizes(int bars, int rounds, int pairs, int sweepBars) {

		static final Sizes USUAL = new Sizes(1_000_000, 3, 1000, 10_000);
	}
}
