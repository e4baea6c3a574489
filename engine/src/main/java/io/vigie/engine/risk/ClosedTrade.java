package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A sale that is over, or the part of it that is filled.
 *
 * @param order the order that sold; parts of one order are one trade
 * @param stopOut whether a stop did it
 * @param realised profit or loss, known fees included, in quote currency
 * @param proceeds what it was sold for
 * @param at market time of the last part
 */
public record ClosedTrade(String order, String symbol, boolean stopOut, BigDecimal realised, BigDecimal proceeds, Instant at) {

	/** As a fraction of what was paid for it. */
	public BigDecimal result() {
		BigDecimal paid = proceeds.subtract(realised);
		return paid.signum() <= 0 ? BigDecimal.ZERO : realised.divide(paid, 12, RoundingMode.HALF_EVEN);
	}
}
