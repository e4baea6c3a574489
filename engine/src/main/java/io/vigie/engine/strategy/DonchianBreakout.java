package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys when a bar closes above the highest high of the bars before it, leaves when one closes below their lowest low. The
 * channel ends with the bar before: a bar is never compared with itself. Every further close outside is a breakout again.
 */
final class DonchianBreakout implements Strategy {

	static final StrategyType TYPE = new StrategyType("donchian-breakout",
			"Buys when a bar closes above the highest high before it, leaves when one closes below the lowest low before it",
			List.of(Parameter.period("entry", 20, 1, "bars whose highest high must be passed"),
					Parameter.period("exit", 10, 1, "bars whose lowest low must be passed")),
			DonchianBreakout::new);

	private final int entryLength;
	private final int exitLength;
	private final Indicator upper;
	private final Indicator lower;
	private final Progress progress = new Progress();

	private DonchianBreakout(Parameters parameters) {
		entryLength = parameters.whole("entry");
		exitLength = parameters.whole("exit");
		upper = Indicators.before(Indicators.highest(entryLength), 1);
		lower = Indicators.before(Indicators.lowest(exitLength), 1);
	}

	@Override
	public int warmUp() {
		return Math.max(upper.warmUp(), lower.warmUp());
	}

	@Override
	public int memory() {
		return warmUp();
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double high = upper.next(bar);
		double low = lower.next(bar);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		double close = bar.close().doubleValue();
		double width = Math.abs(high - low);
		Map<String, BigDecimal> values = Values.of("donchian_high", high).and("donchian_low", low).and("close", close).map();
		String price = "Close " + Figures.words(close);
		if (Figures.order(close, high) > 0) {
			return new Decision(Action.BUY, Figures.confidence(close - high, width), values,
					price + " broke above the " + entryLength + "-bar high " + Figures.words(high));
		}
		if (Figures.order(close, low) < 0) {
			return new Decision(Action.CLOSE, Figures.confidence(low - close, width), values,
					price + " broke below the " + exitLength + "-bar low " + Figures.words(low));
		}
		return Decision.hold(values, price + " is between the " + exitLength + "-bar low " + Figures.words(low) + " and the "
				+ entryLength + "-bar high " + Figures.words(high));
	}
}
