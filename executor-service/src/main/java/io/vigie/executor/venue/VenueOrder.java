package io.vigie.executor.venue;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue tells it.
 *
 * @param status the venue's own word, kept for the reader
 * @param quantity nothing where the order was placed by value, or the venue does not say
 * @param createdAt venue time
 * @param legs what protects the entry, where it is a bracket
 * @param replaces the order that it was put in the place of, where there is one
 */
public record VenueOrder(String id, String clientOrderId, String symbol, Side side, OrderType type, OrderState state,
		String status, @Nullable BigDecimal quantity, BigDecimal filledQuantity, @Nullable BigDecimal limitPrice,
		@Nullable BigDecimal stopPrice, Instant createdAt, List<VenueOrder> legs, @Nullable String replaces) {

	public VenueOrder with(List<VenueOrder> known) {
		return new VenueOrder(id, clientOrderId, symbol, side, type, state, status, quantity, filledQuantity, limitPrice, stopPrice, createdAt,
				known, replaces);
	}
}
