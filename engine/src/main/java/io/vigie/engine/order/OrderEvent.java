package io.vigie.engine.order;

import java.math.BigDecimal;

/** What can happen to an order. Only {@code Reported} and {@code Filled} are the venue's own evidence. */
public sealed interface OrderEvent {

	/** The request is on its way to the venue. */
	record Sent() implements OrderEvent {
	}

	/** The request may or may not have arrived: time-out, reset, server error, interruption. */
	record AnswerLost(String reason) implements OrderEvent {
	}

	/** Given up before anything was sent. */
	record Withdrawn(String reason) implements OrderEvent {
	}

	/**
	 * The venue says where the order stands: an answer, a look-up or a stream event without its fill.
	 *
	 * @param filledQuantity cumulative; may tell of fills that are not booked yet
	 */
	record Reported(OrderState state, BigDecimal filledQuantity, String reason) implements OrderEvent {

		public Reported {
			if (state == OrderState.INTENDED || state == OrderState.SENT || state == OrderState.UNKNOWN) {
				throw new IllegalArgumentException("A venue never reports " + state);
			}
		}
	}

	/** The venue reports one fill, by stream or by activity. */
	record Filled(Fill fill) implements OrderEvent {
	}
}
