package io.vigie.simulator.exchange;

public enum TimeInForce implements Wire {

	DAY, GTC, IOC, FOK, OPG, CLS;

	/** What does not trade at its one occasion does not trade at all. */
	boolean isMomentary() {
		return this == IOC || this == FOK || isAuction();
	}

	/** Trades at the first or at the last price of a day only. */
	boolean isAuction() {
		return this == OPG || this == CLS;
	}
}
