package io.vigie.engine.risk;

/**
 * What is allowed to trade, from least to most restricted. In every state what protects a position stays, moves and sells, and
 * somebody can still have everything closed.
 */
public enum TradingState {

	/** Everything the other rules let through. */
	ACTIVE,

	/** Exits only: what is held is wound up as its strategy says, nothing new is bought. */
	REDUCING,

	/**
	 * Hands off: nothing is bought, and nothing sold because a strategy says so. Stops and targets remain; whoever wants out takes
	 * {@code REDUCING} or the emergency stop.
	 */
	HALTED;

	public TradingState strictest(TradingState other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
