package io.vigie.executor.reconcile;

import java.math.BigDecimal;

/**
 * One difference between the books and the broker.
 *
 * @param kind {@code cash}, {@code position} or {@code order}
 * @param subject currency, symbol or the venue's order id
 * @param ours what the books say; for orders 1 for open and 0 for not
 */
public record Drift(String kind, String subject, BigDecimal ours, BigDecimal theirs, BigDecimal difference) {

	static Drift of(String kind, String subject, BigDecimal ours, BigDecimal theirs) {
		return new Drift(kind, subject, ours, theirs, theirs.subtract(ours));
	}

	String words() {
		return kind + " " + subject + ": books " + ours.toPlainString() + ", broker " + theirs.toPlainString();
	}
}
