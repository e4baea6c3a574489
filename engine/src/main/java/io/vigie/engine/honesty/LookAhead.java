package io.vigie.engine.honesty;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds strategies that know the future: nothing that was decided, traded or owned by a moment may change when all that came
 * after it is cut away. It cuts right after decisions to trade, since that is where the future would pay, and evenly between.
 * Cuts are a sample: a strategy that peeks more rarely than it is looked at gets away.
 */
public final class LookAhead {

	private static final String NAME = "look-ahead";

	/** How many bars may be played anew in all; every cut plays all the bars before it. */
	private static final int MOST_BARS = 4_000_000;
	private static final int MOST_CUTS = 80;
	private static final int LEAST_CUTS = 8;

	private LookAhead() {
	}

	/**
	 * @param start makes a strategy that has seen nothing yet; it is handed the bars to be played, since that is how strategies
	 *     come to know the future. Those that don't want them ignore them.
	 */
	public static Check check(Function<List<Bar>, Strategy> start, List<Bar> bars, Assumptions assumptions) {
		Run whole = Run.of(start, bars, assumptions);
		SortedSet<Integer> cuts = cuts(whole.decisions());
		for (int cut : cuts) {
			String change = whole.changeUpTo(Run.of(start, bars.subList(0, cut), assumptions), cut);
			if (change != null) {
				return new Check(NAME, false, "With all bars after %s cut away %s: it knows the future".formatted(bars.get(cut - 1).closeAt(), change));
			}
		}
		return new Check(NAME, true, "The future was cut away at %d moments, nothing before them changed".formatted(cuts.size()));
	}

	/** How many bars are left at each cut. */
	private static SortedSet<Integer> cuts(List<Decision> decisions) {
		int count = decisions.size();
		int most = Math.clamp(2L * MOST_BARS / count, LEAST_CUTS, MOST_CUTS);
		int[] trading = IntStream.range(0, count).filter(i -> decisions.get(i).action() != Action.HOLD).toArray();
		SortedSet<Integer> cuts = new TreeSet<>();
		for (int i = 0; i < most / 2; i++) {
			if (trading.length > 0) {
				cuts.add(trading[(int) ((long) trading.length * i / (most / 2))] + 1);
			}
			cuts.add((int) ((long) count * (i + 1) / (most / 2 + 1)) + 1);
		}
		return cuts.headSet(count);
	}

	private record Run(List<Decision> decisions, BacktestResult result) {

		static Run of(Function<List<Bar>, Strategy> start, List<Bar> bars, Assumptions assumptions) {
			Witness witness = new Witness(start.apply(List.copyOf(bars)));
			BacktestResult result = Backtest.run(witness, bars, assumptions);
			return new Run(witness.decisions(), result);
		}

		/** What of the first bars is different in a run that had only them; null where all is the same. */
		private @Nullable String changeUpTo(Run cut, int bars) {
			for (int i = 0; i < bars; i++) {
				if (!decisions.get(i).equals(cut.decisions.get(i))) {
					return "the decision at bar %d changes from %s (%s) to %s (%s)".formatted(i, decisions.get(i).action(),
							decisions.get(i).reasoning(), cut.decisions.get(i).action(), cut.decisions.get(i).reasoning());
				}
			}
			List<EquityPoint> equity = result.equity().subList(0, bars);
			if (!equity.equals(cut.result.equity())) {
				return "the equity before changes";
			}
			return known(result.trades(), bars).equals(known(cut.result.trades(), bars)) ? null : "the trades before change";
		}

		/** Trades as they stood when so many bars were over. */
		private static List<Trade> known(List<Trade> trades, int bars) {
			List<Trade> known = new ArrayList<>();
			for (Trade it : trades) {
				Trade.Exit exit = it.exit();
				if (it.entryBar() < bars) {
					known.add(exit == null || exit.bar() < bars ? it
							: new Trade(it.entryBar(), it.entryAt(), it.entryPrice(), it.quantity(), it.entryFee(), null));
				}
			}
			return known;
		}
	}
}
