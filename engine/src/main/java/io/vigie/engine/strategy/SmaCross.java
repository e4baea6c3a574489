package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buys when the fast average of closes crosses above the slow one, leaves when it crosses below. The cross is up at a bar
 * where the fast average is above and the last time that the two differed it was below; averages that are equal in decimals
 * are equal, so touching and parting again on the same side is no cross. Nor is the very first difference, nor one after more
 * than {@link #forgetsAfter()} bars without any.
 */
public final class SmaCross implements Strategy {

	static final StrategyType TYPE = new StrategyType("sma-cross",
			"Buys when the fast moving average of closes crosses above the slow one, leaves when it crosses below",
			List.of(Parameter.period("fast", 10, 1, "bars in the fast average"),
					Parameter.period("slow", 20, 2, "bars in the slow average")),
			SmaCross::new);

	private static final int LEAST_MEMORY = 500;
	private static final int SCALE = 8;

	private final int fastLength;
	private final int slowLength;
	private final RollingSum fast;
	private final RollingSum slow;
	private final Progress progress = new Progress();
	private int lastOrder;
	private int alike;

	private SmaCross(Parameters parameters) {
		fastLength = parameters.whole("fast");
		slowLength = parameters.whole("slow");
		if (fastLength >= slowLength) {
			throw new IllegalArgumentException("'fast' must be smaller than 'slow', not " + fastLength + " and " + slowLength);
		}
		fast = new RollingSum(fastLength);
		slow = new RollingSum(slowLength);
	}

	/** Bars in the fast average. */
	public int fast() {
		return fastLength;
	}

	/** Bars in the slow average. */
	public int slow() {
		return slowLength;
	}

	/** Bars from one difference to the next after which a new instance would not have seen the first. */
	public int forgetsAfter() {
		return memory() - slowLength;
	}

	/** Whether it has been shown nothing yet. */
	public boolean isNew() {
		return progress.seen() == 0;
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
		int seen = progress.next(bar);
		fast.add(bar.close());
		slow.add(bar.close());
		if (seen < slowLength) {
			return Decision.warmingUp(seen, warmUp());
		}
		int order = fast.sum().multiply(slow.length()).compareTo(slow.sum().multiply(fast.length()));
		alike++;
		int before = alike <= forgetsAfter() ? lastOrder : 0;
		if (order != 0) {
			lastOrder = order;
			alike = 0;
		}
		return seen < warmUp() ? Decision.warmingUp(seen, warmUp()) : decide(bar, order, before, average(fast), average(slow));
	}

	/** @param before on which side the fast average was when the two last differed, zero where none remembers that they did */
	private Decision decide(Bar bar, int order, int before, BigDecimal fastValue, BigDecimal slowValue) {
		Map<String, BigDecimal> indicators = new LinkedHashMap<>();
		indicators.put("sma_fast", fastValue);
		indicators.put("sma_slow", slowValue);
		if (order == 0 || before == 0 || order == before) {
			return Decision.hold(indicators, sentence(fastValue, order == 0 ? "equals" : order > 0 ? "is above" : "is below", slowValue));
		}
		BigDecimal confidence = Exact.confidence(fastValue.subtract(slowValue), bar.high().subtract(bar.low()));
		return new Decision(order > 0 ? Action.BUY : Action.CLOSE, confidence, indicators,
				sentence(fastValue, order > 0 ? "crossed above" : "crossed below", slowValue));
	}

	private String sentence(BigDecimal fastValue, String verb, BigDecimal slowValue) {
		return "SMA(" + fastLength + ") " + Exact.words(fastValue) + " " + verb + " SMA(" + slowLength + ") "
				+ Exact.words(slowValue);
	}

	private static BigDecimal average(RollingSum values) {
		BigDecimal rounded = values.sum().divide(values.length(), SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}
}
