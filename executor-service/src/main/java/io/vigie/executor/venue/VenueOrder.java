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
 * @param quantity zero where the order was placed by notional and has not filled
 * @param createdAt venue time
 * @param legs what protects the entry, where it is a bracket
 */
public record VenueOrder(String id, String clientOrderId, String symbol, Side side, OrderType type, OrderState state,
		String status, BigDecimal quantity, BigDecimal filledQuantity, @Nullable BigDecimal limitPrice,
		@Nullable BigDecimal stopPrice, Instant createdAt, List<VenueOrder> legs) {
}
