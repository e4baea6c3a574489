package io.vigie.engine.pattern;

import java.math.BigDecimal;

/**
 * What kind of market it is.
 *
 * @param efficiency distance over way, 0 to 1 (Kaufman's efficiency ratio over 20 bars)
 * @param volatility range of the last 10 bars over that of the last 60
 * @param evidence one sentence with the numbers in it
 */
public record Regime(Kind kind, BigDecimal efficiency, BigDecimal volatility, String evidence) {

	public enum Kind {
		TREND_UP, TREND_DOWN, RANGE, VOLATILE, UNKNOWN
	}

	static final Regime UNKNOWN = new Regime(Kind.UNKNOWN, BigDecimal.ZERO, BigDecimal.ZERO, "Too few bars");
}
