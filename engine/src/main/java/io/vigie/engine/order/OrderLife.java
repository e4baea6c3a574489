package io.vigie.engine.order;

import java.math.BigDecimal;

/**
 * Where one order stands and what it has filled. Immutable; {@link #after} is the whole state machine: events may come late,
 * twice and in any order, and whatever the order of arrival the same fills are booked once and the same end is reached.
 *
 * @param quantity ordered, in base units
 * @param fills booked, each once
 * @param reported the highest cumulative quantity the venue has spoken of
 * @param reason why it is in this state, in words
 */
public record OrderLife(BigDecimal quantity, OrderState state, Fills fills, BigDecimal reported, String reason) {

	public OrderLife {
		if (quantity.signum() <= 0) {
			throw new IllegalArgumentException("An order needs a positive quantity");
		}
	}

	public static OrderLife intended(BigDecimal quantity, String reason) {
		return new OrderLife(quantity, OrderState.INTENDED, Fills.NONE, BigDecimal.ZERO, reason);
	}

	public BigDecimal filled() {
		return fills.quantity();
	}

	/** Filled at the venue but not booked here: the caller fetches these fills. */
	public BigDecimal missing() {
		return reported.max(fills.reached()).subtract(filled());
	}

	/** Ended, and every fill is booked. */
	public boolean isSettled() {
		return state.isFinal() && missing().signum() == 0;
	}

	/** The venue has not said yet that it knows the order. */
	public boolean isUnconfirmed() {
		return state == OrderState.INTENDED || state == OrderState.SENT || state == OrderState.UNKNOWN;
	}

	public Step after(OrderEvent event) {
		return switch (event) {
			case OrderEvent.Sent() -> state == OrderState.INTENDED || state == OrderState.UNKNOWN
					? taken(OrderState.SENT, "sent to the venue") : new Step.Absorbed("already " + state);
			case OrderEvent.AnswerLost(String why) -> state == OrderState.INTENDED || state == OrderState.SENT
					? taken(OrderState.UNKNOWN, why) : new Step.Absorbed("already " + state);
			case OrderEvent.Withdrawn(String why) -> state == OrderState.INTENDED
					? taken(OrderState.CANCELED, why)
					: new Step.Refused("cannot be withdrawn: it is " + state + " and may be at the venue");
			case OrderEvent.Filled(Fill fill) -> filledBy(fill);
			case OrderEvent.Reported told -> told(told);
		};
	}

	private Step filledBy(Fill fill) {
		if (fills.contains(fill)) {
			return new Step.Absorbed("fill up to " + fill.cumulativeQuantity().toPlainString() + " is booked already");
		}
		if (fills.contradict(fill)) {
			return new Step.Refused("fill up to " + fill.cumulativeQuantity().toPlainString() + " overlaps a booked one");
		}
		if (fill.cumulativeQuantity().compareTo(quantity) > 0) {
			return new Step.Refused("filled " + fill.cumulativeQuantity().toPlainString() + " of only "
					+ quantity.toPlainString() + " ordered");
		}
		Fills more = fills.with(fill);
		BigDecimal highest = reported.max(fill.cumulativeQuantity());
		if (more.quantity().compareTo(quantity) == 0) {
			return new Step.Taken(new OrderLife(quantity, OrderState.FILLED, more, highest, "filled"));
		}
		// A fill that was overtaken by the cancel is booked all the same; a reject is disproved by it.
		boolean endedShort = state == OrderState.CANCELED || state == OrderState.EXPIRED;
		return new Step.Taken(new OrderLife(quantity, endedShort ? state : OrderState.PARTIALLY_FILLED, more, highest,
				endedShort ? reason : "partially filled"));
	}

	private Step told(OrderEvent.Reported told) {
		if (told.filledQuantity().compareTo(quantity) > 0) {
			return new Step.Refused("the venue tells of " + told.filledQuantity().toPlainString() + " filled of only "
					+ quantity.toPlainString() + " ordered");
		}
		BigDecimal highest = reported.max(told.filledQuantity());
		OrderState next = next(told.state(), highest);
		if (next == OrderState.REJECTED && highest.signum() > 0) {
			return new Step.Refused("rejected by the venue, yet it has fills");
		}
		if (next == state && highest.compareTo(reported) == 0) {
			return new Step.Absorbed("already " + state);
		}
		return new Step.Taken(new OrderLife(quantity, next, fills, highest, next == state ? reason : told.reason()));
	}

	/** Ends are never left, and never reached by word alone where fills are still to be booked. */
	private OrderState next(OrderState told, BigDecimal highest) {
		if (state.isFinal()) {
			return state;
		}
		return switch (told) {
			case CANCELED, EXPIRED -> highest.compareTo(quantity) == 0 ? working() : told;
			case REJECTED -> OrderState.REJECTED;
			default -> working();
		};
	}

	private OrderState working() {
		return filled().signum() > 0 ? OrderState.PARTIALLY_FILLED : OrderState.ACCEPTED;
	}

	private Step taken(OrderState next, String why) {
		return new Step.Taken(new OrderLife(quantity, next, fills, reported, why));
	}
}
