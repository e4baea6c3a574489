package io.vigie.engine.venue;

import java.math.BigDecimal;

/** A trade of (a part of) an order, in quote currency and base units, both positive. */
public record Execution(BigDecimal price, BigDecimal quantity, Liquidity liquidity) {

	public Execution {
		if (price.signum() <= 0 || quantity.signum() <= 0) {
			throw new IllegalArgumentException("An execution needs a positive price and quantity, was " + quantity + " at " + price);
		}
	}

	/** Exact, no rounding. */
	public BigDecimal notional() {
		return price.multiply(quantity);
	}
}
