package io.vigie.simulator.exchange;

public enum OrderStatus implements Wire {

	NEW, HELD, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REPLACED, REJECTED;

	/** Still to be reckoned with: it may trade, or may come to. */
	public boolean isOpen() {
		return this == NEW || this == HELD || this == PARTIALLY_FILLED;
	}

	/** Offered to the market right now. */
	public boolean isWorking() {
		return this == NEW || this == PARTIALLY_FILLED;
	}
}
