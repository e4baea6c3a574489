package io.vigie.simulator.exchange;

public enum OrderClass implements Wire {

	SIMPLE, BRACKET, OCO, OTO;

	/** Alpaca writes nothing for a simple order. */
	@Override
	public String wire() {
		return this == SIMPLE ? "" : Wire.super.wire();
	}
}
