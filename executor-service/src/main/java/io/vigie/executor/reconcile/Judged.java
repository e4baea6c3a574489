package io.vigie.executor.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a difference that no event will explain any more.
 *
 * @param price of a unit; 1 for cash
 * @param reverses the key of the adjustment that it undoes, where it does
 */
record Judged(Drift drift, DriftClass driftClass, Remedy remedy, BigDecimal price, String explanation, @Nullable String reverses) {

	enum Remedy {
		REVERSE, SPLIT, ADJUST, LEAVE
	}

	boolean isBookable() {
		return remedy != Remedy.LEAVE;
	}

	boolean isUnexplained() {
		return driftClass == DriftClass.UNEXPLAINED;
	}

	/** Units that nobody knows a price of may be worth anything. */
	boolean isPriceless() {
		return drift.is(Drift.POSITION) && price.signum() == 0;
	}

	BigDecimal worth() {
		return drift.is(Drift.ORDER) ? BigDecimal.ZERO : drift.difference().abs().multiply(price);
	}

	Judged adjustedBecause(String cause) {
		return new Judged(drift, driftClass, drift.is(Drift.ORDER) ? Remedy.LEAVE : Remedy.ADJUST, price, cause, reverses);
	}

	Finding finding(@Nullable String booked) {
		return new Finding(driftClass, drift.subject(), drift.difference(), explanation, booked);
	}
}
