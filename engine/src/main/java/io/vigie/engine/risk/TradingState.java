package io.vigie.engine.risk;

/** What is allowed to trade, from least to most restricted. Getting out is allowed in every state. */
public enum TradingState {

	/** Everything the other rules let through. */
	ACTIVE,

	/** Exits only: what is held is wound up as its strategy says, nothing new is bought. */
	REDUCING,

	/** Stopped by somebody, for a reason: nothing new is bought, and only somebody starts it again. */
	HALTED;

	public TradingState strictest(TradingState other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
