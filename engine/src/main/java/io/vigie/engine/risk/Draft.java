package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;

/**
 * The order an idea would become: sized and protected, not yet allowed.
 *
 * @param quantity in base units; zero where not even one lot fits the fraction meant
 */
public record Draft(Idea idea, Terms terms, Account account, Limits limits, BigDecimal quantity, BigDecimal stopLoss,
		BigDecimal takeProfit) {

	static Draft of(Idea idea, Terms terms, Account account, Limits limits) {
		return new Draft(idea, terms, account, limits, Sizing.quantity(idea, terms, account, limits),
				Protection.stopLoss(idea.price(), terms.instrument(), limits),
				Protection.takeProfit(idea.price(), terms.instrument(), limits));
	}

	Instrument instrument() {
		return terms.instrument();
	}

	BigDecimal price() {
		return idea.price();
	}

	BigDecimal notional() {
		return quantity.multiply(price());
	}

	/** The cash to set aside until the order has ended. */
	BigDecimal cost() {
		return terms.costs().ofBuying(quantity, price());
	}

	BigDecimal positionAfter() {
		return idea.holding().add(quantity).multiply(price());
	}

	BigDecimal positionLimit() {
		return limits.maxPosition().multiply(account.base());
	}
}
