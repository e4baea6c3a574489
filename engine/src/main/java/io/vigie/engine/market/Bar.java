package io.vigie.engine.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Open, high, low, close and volume of one closed timeframe; covers {@code [openAt, openAt + timeframe)}.
 *
 * @param trades how many prints made it
 * @param lastSequence the last print in it, zero where the bar came without prints
 */
public record Bar(String symbol, Timeframe timeframe, Instant openAt, BigDecimal open, BigDecimal high, BigDecimal low,
		BigDecimal close, BigDecimal volume, long trades, long lastSequence) {

	public Bar {
		if (high.compareTo(low) < 0 || high.compareTo(open) < 0 || high.compareTo(close) < 0
				|| low.compareTo(open) > 0 || low.compareTo(close) > 0) {
			throw new IllegalArgumentException("Bar of " + symbol + " at " + openAt
					+ " has a high or low inside its body");
		}
	}

	/** The first instant after the bar. */
	public Instant closeAt() {
		return openAt.plus(timeframe.duration());
	}
}
