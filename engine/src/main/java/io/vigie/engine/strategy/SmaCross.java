package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/**
 * Buys when the fast average of closes crosses above the slow one, leaves when it crosses below. The cross is up at a bar
 * where the fast average is above and the last time that the two differed it was below; averages that are equal in decimals
 * are equal, so touching and parting again on the same side is no cross. Nor is the very first difference.
 */
final class SmaCross implements Strategy {

	static final StrategyType TYPE = new StrategyType("sma-cross",
			"Buys when the fast moving average of closes crosses above the slow one, leaves when it crosses below",
			List.of(Parameter.period("fast", 10, 1, "bars in the fast average"),
					Parameter.period("slow", 20, 2, "bars in the slow average")),
			SmaCross::new);

	private static final int LEAST_MEMORY = 500;

	private final int fastLength;
	private final int slowLength;
	private final Series series;
	private final SMAIndicator fast;
	private final SMAIndicator slow;

	private SmaCross(Parameters parameters) {
		fastLength = parameters.whole("fast");
		slowLength = parameters.whole("slow");
		if (fastLength >= slowLength) {
			throw new IllegalArgumentException("'fast' must be smaller than 'slow', not " + fastLength + " and " + slowLength);
		}
		series = new Series(memory());
		ClosePriceIndicator close = new ClosePriceIndicator(series.bars());
		fast = new SMAIndicator(close, fastLength);
		slow = new SMAIndicator(close, slowLength);
	}

	@Override
	public int warmUp() {
		return slowLength + 1;
	}

	@Override
	public int memory() {
		return Math.max(LEAST_MEMORY, 2 * slowLength);
	}

	@Override
	public Decision onBar(Bar bar) {
		int index = series.add(bar);
		if (series.size() < warmUp()) {
			return Decision.warmingUp(series.size(), warmUp());
		}
		BigDecimal fastValue = Series.value(fast.getValue(index));
		BigDecimal slowValue = Series.value(slow.getValue(index));
		Map<String, BigDecimal> indicators = new LinkedHashMap<>();
		indicators.put("sma_fast", fastValue);
		indicators.put("sma_slow", slowValue);
		int now = order(index);
		int before = now == 0 ? 0 : lastOrderBefore(index);
		if (now == before || before == 0 || now == 0) {
			return Decision.hold(indicators, sentence(fastValue, now == 0 ? "equals" : now > 0 ? "is above" : "is below", slowValue));
		}
		BigDecimal confidence = Series.confidence(fastValue.subtract(slowValue), bar.high().subtract(bar.low()));
		return new Decision(now > 0 ? Action.BUY : Action.CLOSE, confidence, indicators,
				sentence(fastValue, now > 0 ? "crossed above" : "crossed below", slowValue));
	}

	private int order(int index) {
		return fast.getValue(index).compareTo(slow.getValue(index));
	}

	/** On which side the fast average was when the two last differed; zero where they never did since whole averages exist. */
	private int lastOrderBefore(int index) {
		for (int i = index - 1; i >= series.first() + slowLength - 1; i--) {
			int order = order(i);
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private String sentence(BigDecimal fastValue, String verb, BigDecimal slowValue) {
		return "SMA(" + fastLength + ") " + Series.words(fastValue) + " " + verb + " SMA(" + slowLength + ") "
				+ Series.words(slowValue);
	}
}
