package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys when a bar closes further above the close before than the market usually ranges, leaves when one falls as unusually.
 * What is usual ends with the bar before: a bar does not make itself usual. (After Williams, Long-Term Secrets, 1999.)
 */
final class VolatilityBreakout implements Strategy {

	static final StrategyType TYPE = new StrategyType("volatility-breakout",
			"Buys when a close rises above the last one by more than the usual range, leaves when it falls as much",
			List.of(Parameter.period("period", 14, 1, "bars in the average true range"),
					Parameter.number("entry", "1.5", "0.1", "20", "rise, in average true ranges, that it buys at"),
					Parameter.number("exit", "1", "0.1", "20", "fall, in average true ranges, that it leaves at")),
			VolatilityBreakout::new);

	private final double entry;
	private final double exit;
	private final Indicator range;
	private final Indicator before;
	private final Progress progress = new Progress();

	private VolatilityBreakout(Parameters parameters) {
		entry = parameters.number("entry");
		exit = parameters.number("exit");
		range = Indicators.before(Indicators.atr(parameters.whole("period")), 1);
		before = Indicators.before(Indicators.close(), 1);
	}

	@Override
	public int warmUp() {
		return range.warmUp();
	}

	@Override
	public int memory() {
		return range.memory();
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double usual = range.next(bar);
		double last = before.next(bar);
		if (Double.isNaN(usual)) {
			return Decision.warmingUp(seen, warmUp());
		}
		double close = bar.close().doubleValue();
		double top = last + entry * usual;
		double bottom = last - exit * usual;
		Map<String, BigDecimal> values = Values.of("close", close).and("atr", usual).and("top", top).and("bottom", bottom).map();
		String price = "Close " + Figures.words(close);
		if (Figures.order(close, top) > 0) {
			return new Decision(Action.BUY, Figures.confidence(close - top, usual), values, price + " rose above " + Figures.words(top)
					+ ", the last close and " + entry + " usual ranges of " + Figures.words(usual));
		}
		if (Figures.order(close, bottom) < 0) {
			return new Decision(Action.CLOSE, Figures.confidence(bottom - close, usual), values, price + " fell below "
					+ Figures.words(bottom) + ", the last close less " + exit + " usual ranges of " + Figures.words(usual));
		}
		return Decision.hold(values, price + " moved no further than usual, " + Figures.words(usual) + " a bar");
	}
}
