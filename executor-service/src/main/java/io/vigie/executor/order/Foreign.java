package io.vigie.executor.order;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.Execution;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Orders placed by somebody else, e.g. by hand at the broker: shown, and booked to the reserve. */
final class Foreign {

	private Foreign() {
	}

	/** Nothing where the venue does not say yet how much it is for. */
	static Optional<Order> adopt(OrderUpdated told, Message<?> message, Instant now) {
		BigDecimal quantity = atLeast(told);
		if (quantity.signum() == 0) {
			return Optional.empty();
		}
		var terms = new OrderTerms(told.symbol(), told.side(), told.type(), OrderRole.FOREIGN, TimeInForce.GTC, null, null, null, null);
		String clientOrderId = told.clientOrderId().isEmpty() ? told.venueOrderId() : told.clientOrderId();
		return Optional.of(new Order(Ids.named("foreign", told.venueOrderId()), Bots.RESERVE, clientOrderId, told.venueOrderId(), null, null,
				terms, new OrderLife(quantity, OrderState.ACCEPTED, Fills.NONE, BigDecimal.ZERO, "placed by somebody else"), 1, false,
				Chain.from(message), told.occurredAt(), now));
	}

	/** Ordered by value, it is for as many units as have filled. */
	static BigDecimal atLeast(OrderUpdated told) {
		Execution execution = told.execution();
		BigDecimal filled = execution == null ? told.filledQuantity() : told.filledQuantity().max(execution.cumulativeQuantity());
		return told.quantity().max(filled);
	}
}
