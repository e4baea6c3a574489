package io.vigie.engine.ledger;

import java.math.BigDecimal;

/** A movement on one account; what the account gains is positive. */
public record Posting(Account account, BigDecimal amount) {

	/** What the books can store without rounding. */
	public static final int MAX_SCALE = 18;

	public Posting {
		if (amount.stripTrailingZeros().scale() > MAX_SCALE) {
			throw new IllegalArgumentException("The books keep " + MAX_SCALE + " decimals, not " + amount.toPlainString());
		}
	}
}
