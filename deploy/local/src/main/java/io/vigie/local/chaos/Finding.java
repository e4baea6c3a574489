package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it must be after all is over.
 *
 * @param amount of money for a ledger that differs, 1 for everything that is counted
 * @param what in words, with ids
 * @param at when it began, wall-clock time; none where only the venue knows
 * @param marketAt when it began, by the venue's clock; none where the executor told
 */
record Finding(Kind kind, BigDecimal amount, String what, @Nullable Instant at, @Nullable Instant marketAt) {

	enum Kind {

		DOUBLED_ORDER("orders doubled"), LOST_ORDER("orders lost"), LOST_FILL("fills lost"), LEDGER("ledger difference");

		/** Its column in the table. */
		final String column;

		Kind(String column) {
			this.column = column;
		}
	}

	static Finding order(Kind kind, String what, @Nullable Instant at) {
		return new Finding(kind, BigDecimal.ONE, what, at, null);
	}

	static Finding atVenue(Kind kind, String what, Instant marketAt) {
		return new Finding(kind, BigDecimal.ONE, what, null, marketAt);
	}

	static Finding ledger(BigDecimal amount, String what) {
		return new Finding(Kind.LEDGER, amount.abs(), what, null, null);
	}
}
