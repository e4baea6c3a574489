package io.vigie.engine.market;

import java.math.BigDecimal;
import java.time.Instant;

/** The best bid and ask of a venue, in quote currency, sizes in base units, at market time. */
public record Quote(String symbol, Instant at, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize) {

	public boolean isCrossed() {
		return bid.compareTo(ask) > 0;
	}
}
