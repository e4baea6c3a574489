package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

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
	private int lastOrder;
	private int orderAt = -1;

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
		if (series.size() < slowLength) {
			return Decision.warmingUp(series.size(), warmUp());
		}
		Num fastNow = fast.getValue(index);
		Num slowNow = slow.getValue(index);
		int order = fastNow.compareTo(slowNow);
		int before = orderAt >= series.first() + slowLength - 1 ? lastOrder : 0;
		if (order != 0) {
			lastOrder = order;
			orderAt = index;
		}
		return series.size() < warmUp() ? Decision.warmingUp(series.size(), warmUp())
				: decide(bar, order, before, Series.value(fastNow), Series.value(slowNow));
	}

	/** @param before on which side the fast average was when the two last differed, zero where none remembers that they did */
	private Decision decide(Bar bar, int order, int before, BigDecimal fastValue, BigDecimal slowValue) {
		Map<String, BigDecimal> indicators = new LinkedHashMap<>();
		indicators.put("sma_fast", fastValue);
		indicators.put("sma_slow", slowValue);
		if (order == 0 || before == 0 || order == before) {
			return Decision.hold(indicators, sentence(fastValue, order == 0 ? "equals" : order > 0 ? "is above" : "is below", slowValue));
		}
		BigDecimal confidence = Series.confidence(fastValue.subtract(slowValue), bar.high().subtract(bar.low()));
		return new Decision(order > 0 ? Action.BUY : Action.CLOSE, confidence, indicators,
				sentence(fastValue, order > 0 ? "crossed above" : "crossed below", slowValue));
	}

	private String sentence(BigDecimal fastValue, String verb, BigDecimal slowValue) {
		return "SMA(" + fastLength + ") " + Series.words(fastValue) + " " + verb + " SMA(" + slowLength + ") "
				+ Series.words(slowValue);
	}
}
