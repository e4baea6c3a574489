package io.vigie.engine.strategy;

/** What a strategy wants. Positions are long only: {@code CLOSE} sells what is held. */
public enum Action {
	BUY, CLOSE, HOLD
}
