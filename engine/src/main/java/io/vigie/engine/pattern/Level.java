package io.vigie.engine.pattern;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price at which the market turned several times.
 *
 * @param price mean of the turning points
 * @param strength 0 to 1: more touches and a later last one count more
 * @param evidence one sentence with the numbers in it
 */
public record Level(Side side, BigDecimal price, int touches, BigDecimal strength, Instant firstAt, Instant lastAt, String evidence) {

	/** Below the last close or above it. */
	public enum Side {
		SUPPORT, RESISTANCE
	}
}
