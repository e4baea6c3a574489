package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Plays bars: orders decided at a close trade at the open of a later bar, the next one where there is no latency. A signal at
 * the last bar comes to nothing.
 */
final class BarPlay {

	private final Trader trader;
	private final InsideBar inside;

	BarPlay(Trader trader, Assumptions assumptions) {
		this.trader = trader;
		inside = InsideBar.of(assumptions, trader.matcher());
	}

	/** @param progress told of how many bars are done, now and then */
	void play(List<Bar> bars, IntConsumer progress) {
		for (int i = 0; i < bars.size(); i++) {
			Bar bar = bars.get(i);
			trader.offer(i, opening(bar));
			inside.protect(trader, i, bar);
			trader.mark(i);
			trader.decide(i, bar, bar.close(), bar.closeAt());
			if ((i & Backtest.PROGRESS_MASK) == 0) {
				progress.accept(i);
			}
		}
	}

	/** The one print of a bar that is known to come first. */
	static Tick opening(Bar bar) {
		return new Tick(bar.symbol(), bar.lastSequence(), bar.openAt(), bar.open(), bar.volume());
	}
}
