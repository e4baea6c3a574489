package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;

/**
 * A trading rule watching one series of closed bars. It keeps what it needs of the past, bounded by {@link #memory()}, and
 * nothing else: two instances that were shown the same last {@code memory()} bars decide alike from then on, wherever they
 * began. So an instance can be thrown away and brought back by history. Not thread-safe.
 */
public interface Strategy {

	/** Bars needed before the first decision can be anything but {@code HOLD}, the deciding one included. */
	int warmUp();

	/** Bars to show a new instance so that it decides like one that saw everything. */
	int memory();

	/**
	 * Takes the next closed bar, later than any before, and decides on it and the past alone.
	 *
	 * @throws IllegalArgumentException for a bar that is not later than the last one
	 */
	Decision onBar(Bar bar);
}
