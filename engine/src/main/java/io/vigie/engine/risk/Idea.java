package io.vigie.engine.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody proposes, and the situation it meets. Taken under the bots' locks, so that nothing in it can change
 * until the ruling stands.
 *
 * @param terms none where the symbol is not one the bot may trade
 * @param account none while no portfolio of the bot is known
 * @param holding of that symbol, in base units
 * @param inFlight entries of that bot and symbol that have not ended
 */
public record Idea(String symbol, @Nullable Terms terms, @Nullable Account account, BigDecimal holding, int inFlight,
		Offer offer, Exposure exposure, Past past, Guard guard) {

	BigDecimal price() {
		return offer.price();
	}
}
