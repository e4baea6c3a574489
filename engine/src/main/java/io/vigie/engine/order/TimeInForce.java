package io.vigie.engine.order;

public enum TimeInForce {

	DAY, GTC, IOC, FOK, OPG, CLS;

	/** Waits for the first or the last price of a day, and trades at that or not at all. */
	public boolean isAuction() {
		return this == OPG || this == CLS;
	}
}
