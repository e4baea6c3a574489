package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.SmaCross;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.venue.Slippage;
import java.util.List;
import java.util.Optional;

/** The way round for what is tested most: when a moving-average cross trades is found by counting, only the trades are played. */
final class FastCross {

	private FastCross() {
	}

	/** None where the strategy or what is assumed takes the long way. */
	static Optional<Trader.Record> play(Strategy strategy, List<Bar> bars, Assumptions assumptions) {
		if (!(strategy instanceof SmaCross cross) || !cross.isNew() || !isCountable(assumptions) || !rises(bars)) {
			return Optional.empty();
		}
		return ScaledBars.of(bars)
			.flatMap(it -> CrossKernel.of(it, assumptions.stops()))
			.filter(it -> it.takes(cross.fast(), cross.slow()))
			.map(kernel -> {
				Marks marks = new Marks();
				boolean wantsMore = kernel.run(cross.fast(), cross.slow(), cross.forgetsAfter(), marks);
				return play(marks, wantsMore, strategy, bars, assumptions);
			});
	}

	/** Levels that hang on the price of the fill are counted from the open: slippage would move them. */
	private static boolean isCountable(Assumptions it) {
		boolean fixedLevels = it.stops().kind() != Stops.Kind.CLOSE || it.stops().isNone() || it.slippage().equals(Slippage.NONE);
		return it.latency().isZero() && !(it.size() instanceof PositionSize.ByGate) && fixedLevels;
	}

	/** Bars that don't are the strategy's to refuse. */
	private static boolean rises(List<Bar> bars) {
		for (int i = 1; i < bars.size(); i++) {
			if (!bars.get(i).openAt().isAfter(bars.get(i - 1).openAt())) {
				return false;
			}
		}
		return true;
	}

	private static Trader.Record play(Marks marks, boolean wantsMore, Strategy strategy, List<Bar> bars, Assumptions assumptions) {
		Trader trader = new Trader(strategy, assumptions);
		InsideBar inside = InsideBar.of(assumptions, trader.matcher());
		boolean legsRest = assumptions.stops().kind() != Stops.Kind.CLOSE;
		trader.mark(0);
		for (int i = 0; i < marks.size(); i++) {
			int entry = marks.entry(i);
			int exit = marks.exit(i);
			trader.enter(entry - 1, bars.get(entry - 1));
			trader.offer(entry, BarPlay.opening(bars.get(entry)));
			if (exit != entry) {
				trader.mark(entry);
			}
			if (exit != Marks.OPEN) {
				if (legsRest && marks.cause(i) != Trade.Cause.SIGNAL) {
					inside.protect(trader, exit, bars.get(exit));
				}
				else {
					trader.leave(marks.cause(i), bars.get(exit - 1).closeAt());
					trader.offer(exit, BarPlay.opening(bars.get(exit)));
				}
				trader.mark(exit);
			}
		}
		if (wantsMore) {
			trader.enter(bars.size() - 1, bars.getLast());
		}
		return trader.record(bars);
	}
}
