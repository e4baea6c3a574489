package io.vigie.engine.order;

import java.math.BigDecimal;

/**
 * Where one order stands and what it has filled. Immutable; {@link #after} is the whole state machine: events may come late,
 * twice and in any order, and whatever the order of arrival the same fills are booked once and the same end is reached.
 *
 * @param quantity ordered, in base units; an estimate while it is ordered by value
 * @param fills booked, each once
 * @param reported the highest cumulative quantity the venue has spoken of
 * @param reason why it is in this state, in words
 * @param byValue ordered for an amount of money: how many units that buys is known when the venue says that it has filled, not before
 */
public record OrderLife(BigDecimal quantity, OrderState state, Fills fills, BigDecimal reported, String reason, boolean byValue) {

	public OrderLife {
		if (quantity.signum() <= 0) {
			throw new IllegalArgumentException("An order needs a positive quantity");
		}
	}

	/** Of a known quantity. */
	public OrderLife(BigDecimal quantity, OrderState state, Fills fills, BigDecimal reported, String reason) {
		this(quantity, state, fills, reported, reason, false);
	}

	/** @param estimate what it may buy */
	public static OrderLife intendedByValue(BigDecimal estimate, String reason) {
		return new OrderLife(estimate, OrderState.INTENDED, Fills.NONE, BigDecimal.ZERO, reason, true);
	}

	public static OrderLife intended(BigDecimal quantity, String reason) {
		return new OrderLife(quantity, OrderState.INTENDED, Fills.NONE, BigDecimal.ZERO, reason);
	}

	/** The same for another quantity. */
	public OrderLife resized(BigDecimal another) {
		return new OrderLife(another, state, fills, reported, reason, byValue);
	}

	/** The same with the fills that are booked. */
	public OrderLife with(Fills booked) {
		return new OrderLife(quantity, state, booked, reported, reason, byValue);
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
		if (!byValue && fill.cumulativeQuantity().compareTo(quantity) > 0) {
			return new Step.Refused("filled " + fill.cumulativeQuantity().toPlainString() + " of only "
					+ quantity.toPlainString() + " ordered");
		}
		Fills more = fills.with(fill);
		BigDecimal highest = reported.max(fill.cumulativeQuantity());
		if (!byValue && more.quantity().compareTo(quantity) == 0) {
			return new Step.Taken(new OrderLife(quantity, OrderState.FILLED, more, highest, "filled"));
		}
		// A fill that was overtaken by the cancel is booked all the same; a reject is disproved by it.
		boolean endedShort = state == OrderState.CANCELED || state == OrderState.EXPIRED;
		return new Step.Taken(new OrderLife(atLeast(highest), endedShort ? state : OrderState.PARTIALLY_FILLED, more, highest,
				endedShort ? reason : "partially filled", byValue));
	}

	private Step told(OrderEvent.Reported told) {
		if (!byValue && told.filledQuantity().compareTo(quantity) > 0) {
			return new Step.Refused("the venue tells of " + told.filledQuantity().toPlainString() + " filled of only "
					+ quantity.toPlainString() + " ordered");
		}
		BigDecimal highest = reported.max(told.filledQuantity());
		if (byValue && told.state() == OrderState.FILLED && highest.signum() > 0 && !state.isFinal()) {
			return whole(highest, told.reason());
		}
		OrderState next = next(told.state(), highest);
		if (next == OrderState.REJECTED && highest.signum() > 0) {
			return new Step.Refused("rejected by the venue, yet it has fills");
		}
		if (next == state && highest.compareTo(reported) == 0) {
			return new Step.Absorbed("already " + state);
		}
		return new Step.Taken(new OrderLife(atLeast(highest), next, fills, highest, next == state ? reason : told.reason(), byValue));
	}

	/** The money is spent: now it is known how much it was for, and it is an order like any other. */
	private Step whole(BigDecimal bought, String why) {
		boolean booked = filled().compareTo(bought) == 0;
		return new Step.Taken(new OrderLife(bought, booked ? OrderState.FILLED : working(), fills, bought, booked ? "filled" : why));
	}

	private BigDecimal atLeast(BigDecimal reached) {
		return byValue ? quantity.max(reached) : quantity;
	}

	/** Ends are never left, and never reached by word alone where fills are still to be booked. */
	private OrderState next(OrderState told, BigDecimal highest) {
		if (state.isFinal()) {
			return state;
		}
		return switch (told) {
			case CANCELED, EXPIRED -> !byValue && highest.compareTo(quantity) == 0 ? working() : told;
			case REJECTED -> OrderState.REJECTED;
			case FILLED -> filled().compareTo(quantity) == 0 ? OrderState.FILLED : working();
			default -> working();
		};
	}

	private OrderState working() {
		return filled().signum() > 0 ? OrderState.PARTIALLY_FILLED : OrderState.ACCEPTED;
	}

	private Step taken(OrderState next, String why) {
		return new Step.Taken(new OrderLife(quantity, next, fills, reported, why, byValue));
	}
}
