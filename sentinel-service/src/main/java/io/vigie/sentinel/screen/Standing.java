package io.vigie.sentinel.screen;

import io.vigie.sentinel.venue.Snapshot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One asset's day.
 *
 * @param change of the price since yesterday's close, or since today's opening where there was no yesterday, as a fraction
 * @param turnover today, in quote currency, at the last price
 */
public record Standing(String symbol, BigDecimal price, BigDecimal change, BigDecimal turnover) {

	private static final int SCALE = 6;

	static Standing of(Snapshot snapshot) {
		BigDecimal change = snapshot.price().divide(snapshot.before(), MathContext.DECIMAL64).subtract(BigDecimal.ONE);
		return new Standing(snapshot.symbol(), snapshot.price(), change.setScale(SCALE, RoundingMode.HALF_EVEN),
				snapshot.price().multiply(snapshot.volume()).setScale(2, RoundingMode.HALF_EVEN));
	}
}
