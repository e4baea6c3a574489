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

	static final String CASH = "cash";
	static final String POSITION = "position";
	static final String ORDER = "order";

	static Drift of(String kind, String subject, BigDecimal ours, BigDecimal theirs) {
		return new Drift(kind, subject, ours, theirs, theirs.subtract(ours));
	}

	boolean is(String what) {
		return kind.equals(what);
	}

	boolean isSameAs(Drift other) {
		return kind.equals(other.kind) && subject.equals(other.subject) && difference.compareTo(other.difference) == 0;
	}

	String words() {
		return kind + " " + subject + ": books " + ours.toPlainString() + ", broker " + theirs.toPlainString();
	}
}
