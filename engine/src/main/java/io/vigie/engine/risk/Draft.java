package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;

/**
 * The order an idea would become: sized and protected, not yet allowed.
 *
 * @param size what the policy meant
 * @param quantity in base units; zero where not even one lot fits the size meant
 */
record Draft(Idea idea, Terms terms, Account account, Limits limits, Size size, BigDecimal quantity, BigDecimal stopLoss,
		BigDecimal takeProfit) {

	static Draft of(Idea idea, Terms terms, Account account, Limits limits) {
		Size size = limits.sizing().meant(idea.offer(), idea.past().record(), account.base().max(BigDecimal.ZERO), limits.stopLoss());
		return new Draft(idea, terms, account, limits, size, Sizing.quantity(size, idea, terms, account, limits),
				Protection.stopLoss(idea.price(), size.stopDistance(), terms.instrument()),
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
