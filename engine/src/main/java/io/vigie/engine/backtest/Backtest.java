package io.vigie.engine.backtest;

import io.vigie.engine.ledger.Posting;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs a strategy over the past. Pure: the same bars and assumptions give the same result, to the last digit. */
public final class Backtest {

	/** Progress is told every so many bars or prints, less one. */
	static final int PROGRESS_MASK = 0xfff;

	private static final int CENTS = 2;
	private static final int LOT_DECIMALS = 9;

	private Backtest() {
	}

	/**
	 * Over bars, see {@link Assumptions} for what fills when.
	 *
	 * @param strategy that has seen nothing yet
	 * @param bars of one symbol and timeframe, each later than the one before
	 * @throws IllegalArgumentException where there are no bars, or one is not later than the one before
	 */
	public static BacktestResult run(Strategy strategy, List<Bar> bars, Assumptions assumptions) {
		return run(strategy, bars, assumptions, _ -> {
		});
	}

	/** @param progress told now and then how many bars are done */
	public static BacktestResult run(Strategy strategy, List<Bar> bars, Assumptions assumptions, IntConsumer progress) {
		if (bars.isEmpty()) {
			throw new IllegalArgumentException("A backtest needs at least one bar");
		}
		Trader.Record record = FastCross.play(strategy, bars, assumptions).orElseGet(() -> slowly(strategy, bars, assumptions, progress));
		return result(assumptions, record, Span.of(bars));
	}

	/**
	 * Over prints, as the simulated venue plays them: what is decided at a close trades at a print after the one that closed it.
	 *
	 * @param ticks of one symbol, in order
	 * @throws IllegalArgumentException where there are none
	 */
	public static BacktestResult run(Strategy strategy, Timeframe timeframe, Iterable<Tick> ticks, Assumptions assumptions,
			IntConsumer progress) {
		Trader trader = new Trader(strategy, assumptions);
		TickPlay play = new TickPlay(trader, assumptions, timeframe);
		Iterator<Tick> all = ticks.iterator();
		if (!all.hasNext()) {
			throw new IllegalArgumentException("A backtest needs at least one print");
		}
		Tick first = all.next();
		Tick last = first;
		play.play(first);
		for (int i = 1; all.hasNext(); i++) {
			last = all.next();
			play.play(last);
			if ((i & PROGRESS_MASK) == 0) {
				progress.accept(i);
			}
		}
		play.end();
		return result(assumptions, trader.record(play.bars()), new Span(first.at(), last.at(), first.price(), last.price()));
	}

	/** With a tick that all prices lie on, a cent at most, and lots as small as the books can pay for. */
	public static Instrument instrumentOf(List<Bar> bars) {
		return instrument(bars.getFirst().symbol(), ScaledBars.decimals(bars));
	}

	/** The same for prints. */
	public static Instrument instrumentOf(String symbol, List<Tick> ticks) {
		int decimals = 0;
		for (Tick it : ticks) {
			decimals = ScaledBars.decimals(it.price(), decimals);
		}
		return instrument(symbol, decimals);
	}

	private static Instrument instrument(String symbol, int needed) {
		int decimals = Math.max(CENTS, needed);
		int lots = Math.clamp(Posting.MAX_SCALE - decimals, 0, LOT_DECIMALS);
		return Instrument.of(symbol, BigDecimal.ONE.movePointLeft(decimals), BigDecimal.ONE.movePointLeft(lots), BigDecimal.ZERO);
	}

	/** Bar by bar. */
	static Trader.Record slowly(Strategy strategy, List<Bar> bars, Assumptions assumptions, IntConsumer progress) {
		Trader trader = new Trader(strategy, assumptions);
		new BarPlay(trader, assumptions).play(bars, progress);
		return trader.record(bars);
	}

	private static BacktestResult result(Assumptions assumptions, Trader.Record record, Span span) {
		return new BacktestResult(assumptions, record.trades(), record.equity(), record.refusals(),
				Reckoning.of(assumptions.capital(), record, span));
	}
}
