package io.vigie.engine.order;

import java.util.Set;

/**
 * Where an order stands. {@code INTENDED} is committed before anything is sent; {@code UNKNOWN} follows any send whose
 * answer is not known, and is left only on the venue's own evidence.
 */
public enum OrderState {

	INTENDED, SENT, UNKNOWN, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REJECTED;

	private static final Set<OrderState> FINAL = Set.of(FILLED, CANCELED, EXPIRED, REJECTED);

	/** Nothing can happen to the order any more. */
	public boolean isFinal() {
		return FINAL.contains(this);
	}
}
