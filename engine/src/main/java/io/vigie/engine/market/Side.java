package io.vigie.engine.market;

import java.math.BigDecimal;

public enum Side {

	BUY, SELL;

	public Side opposite() {
		return this == BUY ? SELL : BUY;
	}

	/** The quantity with the sign it gives a position: bought is positive. */
	public BigDecimal signed(BigDecimal quantity) {
		return this == BUY ? quantity : quantity.negate();
	}
}
