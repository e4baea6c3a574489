package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody proposes, and the situation it meets. Taken under the bot's lock, so that nothing in it can change
 * until the ruling stands.
 *
 * @param terms none where the symbol is not one the bot may trade
 * @param account none while no portfolio of the bot is known
 * @param holding of that symbol, in base units
 * @param inFlight entries of that bot and symbol that have not ended
 * @param price last traded when proposed, in quote currency
 * @param priceAge in market time
 * @param waited from proposal to now, in wall-clock time
 * @param brokenLinks the links this symbol needs that are down or silent
 */
public record Idea(String symbol, @Nullable Terms terms, @Nullable Account account, BigDecimal holding, int inFlight,
		BigDecimal confidence, BigDecimal price, Duration priceAge, Duration waited, List<String> brokenLinks) {

	public Idea {
		brokenLinks = List.copyOf(brokenLinks);
	}
}
