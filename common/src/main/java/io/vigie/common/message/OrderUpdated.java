package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The broker said something about an order; also said for orders that Vigie did not place.
 *
 * @param account the broker account
 * @param quantity ordered, in base units
 * @param filledQuantity cumulative; with the venue order id it identifies a fill, whichever channel reported it
 * @param averagePrice over all fills so far
 * @param execution the single fill this event reports; none for other events
 * @param occurredAt market time
 * @param reason the venue's words, empty where it gave none
 * @param replaces the venue's id of the order that this one was put in the place of; none for most
 */
@JsonTypeName("order-updated")
public record OrderUpdated(String account, VenueEvent event, String venueOrderId, String clientOrderId, String symbol,
		Side side, OrderType type, BigDecimal quantity, BigDecimal filledQuantity, @Nullable BigDecimal averagePrice,
		@Nullable Execution execution, Instant occurredAt, String reason, @Nullable String replaces) implements AccountMessage {

	/** Of an order that replaces none. */
	public OrderUpdated(String account, VenueEvent event, String venueOrderId, String clientOrderId, String symbol, Side side, OrderType type,
			BigDecimal quantity, BigDecimal filledQuantity, @Nullable BigDecimal averagePrice, @Nullable Execution execution, Instant occurredAt,
			String reason) {
		this(account, event, venueOrderId, clientOrderId, symbol, side, type, quantity, filledQuantity, averagePrice, execution, occurredAt, reason,
				null);
	}
}
