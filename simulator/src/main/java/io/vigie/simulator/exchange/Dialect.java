package io.vigie.simulator.exchange;

/** Whose rule about client order ids holds. */
public enum Dialect implements Wire {

	/** An id is used once and never again. */
	ALPACA,
	/** An id is used once among open orders; a look-up by it finds the latest. */
	BINANCE
}
