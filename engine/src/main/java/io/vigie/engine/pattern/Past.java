package io.vigie.engine.pattern;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.util.ArrayList;
import java.util.List;

/**
 * The last bars and their turning points. A turning point is known when as many bars as {@link #SPAN} have closed after it,
 * not before; what is known depends on the window alone, wherever the past began.
 */
final class Past {

	static final int WINDOW = 120;
	/** Bars on either side that must not reach further than a turning point. */
	static final int SPAN = 3;

	private static final int USUAL = 20;

	private final Candle[] ring = new Candle[WINDOW];
	private final Indicator rsi = Indicators.rsi(14);
	private final Indicator usual = Indicators.averageOf(Indicators.range(), USUAL);
	private final List<Swing> pivots = new ArrayList<>();
	private List<Swing> swings = List.of();
	private long count;

	static int memory() {
		return WINDOW + Indicators.rsi(14).memory();
	}

	void add(Bar bar) {
		ring[(int) (count % WINDOW)] = new Candle(count, bar, bar.open().doubleValue(), bar.high().doubleValue(),
				bar.low().doubleValue(), bar.close().doubleValue(), rsi.next(bar), usual.next(bar));
		count++;
		boolean changed = pivots.removeIf(it -> it.index() <= count - 1 - WINDOW);
		if (size() > 2 * SPAN) {
			changed |= note(1);
			changed |= note(-1);
		}
		if (changed) {
			swings = alternating();
		}
	}

	int size() {
		return (int) Math.min(count, WINDOW);
	}

	/** Whether shapes can be judged by what is usual. */
	boolean isReady() {
		return count > USUAL;
	}

	Candle now() {
		return ago(0);
	}

	Candle ago(int bars) {
		return ring[(int) ((count - 1 - bars) % WINDOW)];
	}

	Candle at(long index) {
		return ring[(int) (index % WINDOW)];
	}

	/** Every turning point in the window, oldest first. */
	List<Swing> pivots() {
		return pivots;
	}

	/** Highs and lows in turn: of several in a row the most extreme. */
	List<Swing> swings() {
		return swings;
	}

	/**
	 * Whether this is the bar at which closes are first known to have left the line on that side since the swing; it can't be
	 * before the swing itself is known.
	 */
	boolean leavesNow(Swing since, Line line, int sign) {
		for (long i = since.index() + 1; i < count; i++) {
			if (sign * (at(i).close() - line.at(i)) > 0) {
				return Math.max(i, since.index() + SPAN) == count - 1;
			}
		}
		return false;
	}

	private boolean note(int sign) {
		Candle candle = ago(SPAN);
		for (int i = 1; i <= SPAN; i++) {
			if (sign * ago(SPAN + i).reach(sign) >= sign * candle.reach(sign) || sign * ago(SPAN - i).reach(sign) > sign * candle.reach(sign)) {
				return false;
			}
		}
		return pivots.add(new Swing(candle, sign));
	}

	private List<Swing> alternating() {
		List<Swing> chain = new ArrayList<>();
		for (Swing pivot : pivots) {
			if (chain.isEmpty() || chain.getLast().sign() != pivot.sign()) {
				chain.add(pivot);
			}
			else if (pivot.beats(chain.getLast())) {
				chain.set(chain.size() - 1, pivot);
			}
		}
		return chain;
	}
}
