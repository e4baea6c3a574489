package io.vigie.executor.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param currentPrice where the venue tells it */
public record VenuePosition(String symbol, BigDecimal quantity, BigDecimal averagePrice, @Nullable BigDecimal currentPrice) {

	public BigDecimal cost() {
		return quantity.multiply(averagePrice);
	}
}
