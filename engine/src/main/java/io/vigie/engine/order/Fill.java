package io.vigie.engine.order;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One fill. Within its order the cumulative quantity it reaches identifies it, whichever channel reports it.
 *
 * @param quantity of this fill alone, in base units
 * @param price in quote currency
 * @param cumulativeQuantity filled so far, this fill included
 * @param at market time
 */
public record Fill(BigDecimal quantity, BigDecimal price, BigDecimal cumulativeQuantity, Instant at) {

	public Fill {
		if (quantity.signum() <= 0 || price.signum() <= 0 || cumulativeQuantity.compareTo(quantity) < 0) {
			throw new IllegalArgumentException("A fill needs a positive quantity and price and a cumulative quantity that includes it");
		}
	}

	/** The cumulative quantity before this fill. */
	BigDecimal from() {
		return cumulativeQuantity.subtract(quantity);
	}

	boolean isSameAs(Fill other) {
		return cumulativeQuantity.compareTo(other.cumulativeQuantity) == 0 && quantity.compareTo(other.quantity) == 0;
	}

	boolean overlaps(Fill other) {
		return from().compareTo(other.cumulativeQuantity) < 0 && other.from().compareTo(cumulativeQuantity) < 0;
	}

	public BigDecimal notional() {
		return quantity.multiply(price);
	}
}
