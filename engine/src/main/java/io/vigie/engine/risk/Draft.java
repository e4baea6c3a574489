package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The order an idea would become: sized and protected, not yet allowed.
 *
 * @param size what the policy meant
 * @param quantity in base units; zero where not even one lot fits the size meant
 */
record Draft(Idea idea, Terms terms, Account account, Limits limits, Size size, BigDecimal quantity, BigDecimal stopLoss,
		BigDecimal takeProfit) {

	private static final int CENTS = 2;

	static Draft of(Idea idea, Terms terms, Account account, Limits limits) {
		Size size = limits.sizing().meant(idea.offer(), idea.past().record(), account.base().max(BigDecimal.ZERO), limits.stopLoss())
			.unlessAsked(idea.offer().wanted());
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
		BigDecimal spend = spend();
		return spend == null ? worth() : spend;
	}

	/** What the units are worth now. */
	private BigDecimal worth() {
		return quantity.multiply(price());
	}

	/** What an order by value spends: all that was asked for, or where that was too much, what the units are worth; none by quantity. */
	@Nullable BigDecimal spend() {
		Offer.Wanted wanted = idea.offer().wanted();
		if (wanted == null || !wanted.byValue()) {
			return null;
		}
		BigDecimal next = quantity.add(instrument().lotSize()).multiply(price());
		return next.compareTo(wanted.notional()) > 0 ? wanted.notional() : worth().setScale(CENTS, RoundingMode.DOWN);
	}

	/** The cash to set aside until the order has ended. */
	BigDecimal cost() {
		BigDecimal spend = spend();
		BigDecimal ofUnits = terms.costs().ofBuying(quantity, price());
		return spend == null ? ofUnits : ofUnits.max(terms.costs().ofSpending(spend));
	}

	BigDecimal positionAfter() {
		return idea.holding().add(quantity).multiply(price());
	}

	BigDecimal positionLimit() {
		return limits.maxPosition().multiply(account.base());
	}
}
