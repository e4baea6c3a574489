package io.vigie.simulator.fault;

/** Where in the venue something can go wrong. */
public enum Site {

	/** A request of the API, a WebSocket's handshake included. */
	REQUEST,
	/** Anything that happens in the market, heard or not. */
	MARKET,
	/** A message on its way to those who listen to a stream. */
	MESSAGE,
	/** Something a client says on its stream, pings included. */
	HEARD,
	/** An order that would be taken. */
	PLACEMENT,
	/** An order that has just been offered to the market. */
	LIVE,
	/** An order that is about to trade. */
	EXECUTION
}
