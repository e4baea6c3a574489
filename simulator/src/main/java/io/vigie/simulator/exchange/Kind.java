package io.vigie.simulator.exchange;

public enum Kind implements Wire {

	MARKET, LIMIT, STOP, STOP_LIMIT, TRAILING_STOP;

	public boolean hasLimit() {
		return this == LIMIT || this == STOP_LIMIT;
	}

	public boolean hasStop() {
		return this == STOP || this == STOP_LIMIT;
	}

	/** Protects: trades only once the price has moved against the position. */
	public boolean isStop() {
		return hasStop() || this == TRAILING_STOP;
	}
}
