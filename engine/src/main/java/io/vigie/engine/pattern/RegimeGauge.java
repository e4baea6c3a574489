package io.vigie.engine.pattern;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;

/** Tells trend, range and volatile markets apart: first whether bars range far more than before, then how straight the way is. */
final class RegimeGauge {

	/** Times the usual range that make a market volatile. */
	private static final double VOLATILE = 1.6;
	/** Efficiency from which on it is a trend; a random walk of 20 steps has 0.18 on average. */
	private static final double STRAIGHT = 0.4;
	private static final int LENGTH = 20;
	private static final int SCALE = 4;

	private final Indicator efficiency = Indicators.efficiency(LENGTH);
	private final Indicator change = Indicators.rateOfChange(LENGTH);
	private final Indicator now = Indicators.averageOf(Indicators.range(), 10);
	private final Indicator usual = Indicators.averageOf(Indicators.range(), 60);

	Regime next(Bar bar) {
		double straight = efficiency.next(bar);
		double moved = change.next(bar);
		double range = now.next(bar);
		double before = usual.next(bar);
		if (Double.isNaN(straight) || Double.isNaN(before)) {
			return Regime.UNKNOWN;
		}
		double times = before == 0 ? 1 : range / before;
		Regime.Kind kind = times >= VOLATILE ? Regime.Kind.VOLATILE
				: straight < STRAIGHT ? Regime.Kind.RANGE
				: moved > 0 ? Regime.Kind.TREND_UP : Regime.Kind.TREND_DOWN;
		String evidence = "Moved " + Words.of(moved) + " % in " + LENGTH + " bars at an efficiency of " + Words.of(straight)
				+ "; bars range " + Words.of(times) + " times as far as before";
		return new Regime(kind, Words.decimal(straight, SCALE), Words.decimal(times, SCALE), evidence);
	}
}
