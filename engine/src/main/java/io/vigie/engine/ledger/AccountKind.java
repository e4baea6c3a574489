package io.vigie.engine.ledger;

/** What an account stands for. {@code CASH} and {@code POSITION} are what a bot has; all others are where it came from or went. */
public enum AccountKind {
	CASH, POSITION, MARKET, FEES, CAPITAL, ADJUSTMENT, INCOME
}
