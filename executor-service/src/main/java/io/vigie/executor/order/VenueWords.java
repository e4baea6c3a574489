package io.vigie.executor.order;

import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns what the venue said into steps of the order's life. */
final class VenueWords {

	private VenueWords() {
	}

	static void apply(Changes changes, Order order, OrderUpdated told, UUID cause) {
		BigDecimal least = Foreign.atLeast(told);
		if (order.is(OrderRole.FOREIGN) && least.compareTo(order.life().quantity()) > 0) {
			changes.amend(changes.order(order.id()).resized(least));
		}
		changes.shrink(order.id(), state(told.event()), told.filledQuantity());
		for (OrderEvent event : events(told)) {
			changes.apply(order.id(), event, told.occurredAt(), cause);
		}
	}

	private static List<OrderEvent> events(OrderUpdated told) {
		List<OrderEvent> events = new ArrayList<>();
		Execution execution = told.execution();
		if (execution != null) {
			events.add(new OrderEvent.Filled(new Fill(execution.quantity(), execution.price(), execution.cumulativeQuantity(), execution.at())));
		}
		String words = told.reason().isEmpty() ? "venue says " + told.event() : told.reason();
		events.add(new OrderEvent.Reported(state(told.event()), told.filledQuantity(), words));
		return events;
	}

	private static OrderState state(VenueEvent event) {
		return switch (event) {
			case PENDING, ACCEPTED, HELD -> OrderState.ACCEPTED;
			case PARTIALLY_FILLED -> OrderState.PARTIALLY_FILLED;
			case FILLED -> OrderState.FILLED;
			case CANCELED, REPLACED -> OrderState.CANCELED;
			case EXPIRED -> OrderState.EXPIRED;
			case REJECTED -> OrderState.REJECTED;
		};
	}
}
