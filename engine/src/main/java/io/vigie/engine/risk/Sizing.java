package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much to buy: what the policy means, sized down to what cash, the position limit and the exposure limits leave. Never
 * sized down below the least order the venue takes: where that is already too much, the rule that it breaks refuses it by name.
 */
final class Sizing {

	private static final int SCALE = 12;

	private Sizing() {
	}

	static BigDecimal quantity(Size size, Idea idea, Terms terms, Account account, Limits limits) {
		Instrument instrument = terms.instrument();
		BigDecimal meant = instrument.onLot(units(size.notional(), idea.price()));
		BigDecimal least = least(terms, idea.price());
		if (meant.compareTo(least) < 0) {
			return meant;
		}
		BigDecimal base = account.base().max(BigDecimal.ZERO);
		BigDecimal room = units(limits.maxPosition().multiply(base), idea.price()).subtract(idea.holding());
		BigDecimal spendable = account.free().min(ExposureRules.room(new ExposureRules.Situation(idea, account, limits)));
		BigDecimal affordable = terms.costs().affordable(spendable, idea.price());
		return instrument.onLot(meant.min(room).min(affordable)).max(least);
	}

	/** The smallest quantity on the lot grid that is not below the venue's least, and worth its minimum. */
	static BigDecimal least(Terms terms, BigDecimal price) {
		Instrument instrument = terms.instrument();
		BigDecimal lots = instrument.minNotional()
			.divide(price.multiply(instrument.lotSize()), 0, RoundingMode.UP)
			.max(terms.leastQuantity().divide(instrument.lotSize(), 0, RoundingMode.UP))
			.max(BigDecimal.ONE);
		return lots.multiply(instrument.lotSize());
	}

	private static BigDecimal units(BigDecimal notional, BigDecimal price) {
		return notional.divide(price, SCALE, RoundingMode.DOWN);
	}
}
