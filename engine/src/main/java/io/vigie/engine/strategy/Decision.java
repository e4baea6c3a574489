package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a strategy wants after a bar, and why.
 *
 * @param confidence from 0 to 1; how clear the case is, not a probability of profit
 * @param indicators the values looked at, by name, in the order they were computed
 * @param reasoning one sentence with the values in it
 */
public record Decision(Action action, BigDecimal confidence, Map<String, BigDecimal> indicators, String reasoning) {

	public Decision {
		if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
			throw new IllegalArgumentException("Confidence must lie between 0 and 1, not be " + confidence);
		}
	}

	static Decision hold(Map<String, BigDecimal> indicators, String reasoning) {
		return new Decision(Action.HOLD, BigDecimal.ZERO, indicators, reasoning);
	}

	static Decision warmingUp(int seen, int needed) {
		return hold(Map.of(), "Warming up: " + seen + " of " + needed + " bars");
	}
}
