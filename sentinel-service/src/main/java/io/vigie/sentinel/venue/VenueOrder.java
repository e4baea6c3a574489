package io.vigie.sentinel.venue;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the broker shows it.
 *
 * @param quantity in base units; for an order by value what is filled so far
 * @param status the broker's word
 * @param updatedAt market time
 * @param replaces the order that it was put in the place of, where there is one
 */
public record VenueOrder(String id, String clientId, String symbol, Side side, OrderType type, BigDecimal quantity,
		BigDecimal filledQuantity, @Nullable BigDecimal averagePrice, String status, Instant updatedAt,
		@Nullable String replaces) {
}
