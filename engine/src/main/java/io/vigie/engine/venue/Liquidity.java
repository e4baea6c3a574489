package io.vigie.engine.venue;

/** Which side of the book a fill was on: a maker waited, a taker did not. */
public enum Liquidity {
	MAKER, TAKER
}
