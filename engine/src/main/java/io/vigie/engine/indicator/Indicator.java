package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;

/**
 * A number that a series of closed bars has at each of them, made of that bar and those before. Binary floating point: such
 * numbers say when to trade, never what a trade costs. Not thread-safe.
 */
public interface Indicator {

	/** Takes the next bar and gives the value with it, {@code NaN} while there are too few. */
	double next(Bar bar);

	/** Bars until there is a value. */
	int warmUp();

	/** Bars to show a new one so that its values are those of one that saw everything, to the last bit. */
	int memory();
}
