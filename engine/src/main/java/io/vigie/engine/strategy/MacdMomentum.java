package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Buys when the MACD crosses above its signal line, leaves when it crosses below (Appel). */
final class MacdMomentum implements Strategy {

	static final StrategyType TYPE = new StrategyType("macd-momentum",
			"Buys when the MACD crosses above its signal line, leaves when it crosses below",
			List.of(Parameter.period("fast", 12, 1, "bars in the fast average"),
					Parameter.period("slow", 26, 2, "bars in the slow average"),
					Parameter.period("signal", 9, 1, "bars in the average of the MACD")),
			MacdMomentum::new);

	private final Indicator macd;
	private final Indicator signal;
	private final Progress progress = new Progress();
	private final Cross cross = new Cross();

	private MacdMomentum(Parameters parameters) {
		int fast = parameters.whole("fast");
		int slow = parameters.whole("slow");
		if (fast >= slow) {
			throw new IllegalArgumentException("'fast' must be smaller than 'slow', not " + fast + " and " + slow);
		}
		macd = Indicators.macd(fast, slow);
		signal = Indicators.macdSignal(fast, slow, parameters.whole("signal"));
	}

	@Override
	public int warmUp() {
		return signal.warmUp() + 1;
	}

	@Override
	public int memory() {
		return signal.memory() + Cross.MEMORY;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double line = macd.next(bar);
		double mean = signal.next(bar);
		if (Double.isNaN(mean)) {
			return Decision.warmingUp(seen, warmUp());
		}
		int order = Figures.order(line, mean, bar.close().doubleValue());
		int crossed = cross.of(order);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		Map<String, BigDecimal> values = Values.of("macd", line).and("macd_signal", mean).map();
		if (crossed == 0) {
			return Decision.hold(values, sentence(line, order == 0 ? "equals" : order > 0 ? "is above" : "is below", mean));
		}
		double range = bar.high().subtract(bar.low()).doubleValue();
		return new Decision(crossed > 0 ? Action.BUY : Action.CLOSE, Figures.confidence(line - mean, range), values,
				sentence(line, crossed > 0 ? "crossed above" : "crossed below", mean));
	}

	private static String sentence(double line, String verb, double mean) {
		return "MACD " + Figures.words(line) + " " + verb + " its signal " + Figures.words(mean);
	}
}
