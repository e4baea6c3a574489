package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A persona: value, slow. Takes the long average for what a thing is worth, buys well below it once the fall is over, and
 * sells well above it. Looks only now and then, at bars that follow from the time, and says the same again while it holds.
 */
final class Holder implements Strategy {

	static final StrategyType TYPE = new StrategyType("holder",
			"Persona: buys well below the long average once the fall is over, sells well above it; value, slow",
			List.of(Parameter.period("value", 200, 10, "bars in the average that stands for value"),
					Parameter.percent("discount", 3, "below value that is cheap"),
					Parameter.percent("premium", 5, "above value that is dear"),
					Parameter.period("patience", 10, 1, "bars from one look to the next")),
			Holder::new);

	private final int patience;
	private final double discount;
	private final double premium;
	private final Indicator value;
	private final Indicator before;
	private final Progress progress = new Progress();

	private Holder(Parameters parameters) {
		patience = parameters.whole("patience");
		discount = parameters.number("discount");
		premium = parameters.number("premium");
		value = Indicators.sma(parameters.whole("value"));
		before = Indicators.before(Indicators.close(), patience);
	}

	@Override
	public int warmUp() {
		return Math.max(value.warmUp(), before.warmUp());
	}

	@Override
	public int memory() {
		return warmUp();
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double worth = value.next(bar);
		double then = before.next(bar);
		double close = bar.close().doubleValue();
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		double off = 100 * (close / worth - 1);
		Map<String, BigDecimal> values = Values.of("close", close).and("value", worth).and("off_value_percent", off)
			.and("close_before", then).map();
		String words = "Close " + Figures.words(close) + " is " + Figures.words(off) + " % off its value " + Figures.words(worth);
		if (bar.openAt().getEpochSecond() / bar.timeframe().duration().toSeconds() % patience != 0) {
			return Decision.hold(values, words);
		}
		if (Figures.order(off, -discount) < 0 && Figures.order(close, then) > 0) {
			return new Decision(Action.BUY, Figures.confidence(-off - discount, discount), values,
					words + " and above " + Figures.words(then) + " before");
		}
		return Figures.order(off, premium) > 0
				? new Decision(Action.CLOSE, Figures.confidence(off - premium, premium), values, words)
				: Decision.hold(values, words);
	}
}
