package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Cash set aside for an order in flight, in two phases: pending from the approval on, then posted by fills or voided by the
 * order's end. What is still set aside shrinks in step with what has filled, and at least by what was paid for it: while an
 * order costs no more than was set aside for it, holds never exceed the cash that is there.
 *
 * @param paid for fills and fees so far, while pending
 */
public record Hold(BigDecimal amount, BigDecimal paid, BigDecimal remaining, State state) {

	public enum State {
		PENDING, POSTED, VOIDED
	}

	public Hold {
		if (amount.signum() < 0 || remaining.signum() < 0 || remaining.compareTo(amount) > 0) {
			throw new IllegalArgumentException("A hold keeps between nothing and its amount");
		}
		if (state != State.PENDING && remaining.signum() != 0) {
			throw new IllegalArgumentException("A hold that has ended keeps nothing");
		}
	}

	public static Hold of(BigDecimal amount) {
		return new Hold(amount, BigDecimal.ZERO, amount, State.PENDING);
	}

	/** After money went for a fill or a fee of the order: what is gone is not set aside as well. */
	public Hold paying(BigDecimal money) {
		if (state != State.PENDING) {
			return this;
		}
		BigDecimal gone = paid.add(money);
		return new Hold(amount, gone, amount.subtract(gone).max(BigDecimal.ZERO).min(remaining), State.PENDING);
	}

	/** After the order filled this much of what it wants. */
	public Hold filled(BigDecimal filled, BigDecimal ordered) {
		if (state != State.PENDING) {
			return this;
		}
		if (filled.compareTo(ordered) >= 0) {
			return new Hold(amount, paid, BigDecimal.ZERO, State.POSTED);
		}
		BigDecimal open = amount.multiply(ordered.subtract(filled)).divide(ordered, Posting.MAX_SCALE, RoundingMode.UP);
		return new Hold(amount, paid, open.min(remaining), State.PENDING);
	}

	/** After the order ended; what was filled stays posted, the rest is free again. */
	public Hold ended(BigDecimal filled) {
		return state == State.PENDING
				? new Hold(amount, paid, BigDecimal.ZERO, filled.signum() > 0 ? State.POSTED : State.VOIDED)
				: this;
	}
}
