package io.vigie.engine.risk;

import java.util.List;

/**
 * What stands between a bot and any entry, whatever the entry.
 *
 * @param state the stricter one of the bot's own and the platform's
 * @param brokenLinks the links this symbol needs that are down or silent
 * @param tripped links that failed too often in a row and are not proven good again
 * @param locks of the bot that may still be in force
 */
public record Guard(TradingState state, List<String> brokenLinks, List<String> tripped, List<Lock> locks) {

	/** Nothing does. */
	public static final Guard NONE = new Guard(TradingState.ACTIVE, List.of(), List.of(), List.of());

	public Guard {
		brokenLinks = List.copyOf(brokenLinks);
		tripped = List.copyOf(tripped);
		locks = List.copyOf(locks);
	}
}
