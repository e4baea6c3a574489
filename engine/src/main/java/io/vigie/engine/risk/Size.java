package io.vigie.engine.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a policy means to buy, before cash and limits have their say.
 *
 * @param notional in quote currency; zero where the policy would rather not
 * @param stopDistance how far below the price the stop goes, in quote currency
 * @param words how it came about
 */
record Size(BigDecimal notional, BigDecimal stopDistance, String words) {

	/** As much as somebody asks for counts instead of what the policy means; where the stop goes is the policy's all the same. */
	Size unlessAsked(Offer.@Nullable Wanted wanted) {
		return wanted == null ? this : new Size(wanted.notional(), stopDistance, "Asked for: " + Words.money(wanted.notional()) + ".");
	}
}
