package io.vigie.executor.reconcile;

/** Why books and broker differed. */
public enum DriftClass {
	/** What explains it came by itself, later than the broker's own figures. */
	LATE_EVENT,
	/** Somebody else trades at the account. */
	FOREIGN_ORDER,
	/** A fill of an order of ours that no event told of. */
	MISSING_FILL,
	/** A fee that no event told of. */
	MISSING_FEE,
	/** A dividend, a split, a merger. */
	CORPORATE_ACTION,
	/** Money or units paid in or out, interest. */
	CASH_MOVEMENT,
	/** Nothing at the broker says why. */
	UNEXPLAINED
}
