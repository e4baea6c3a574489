package io.vigie.analyst.series;

import io.vigie.common.bot.Bot;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Decision;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one bot's strategy is with one symbol.
 *
 * @param bars shown to it so far, history included
 * @param warmUp needed before it can want anything
 * @param bar the last one, none yet where this instance has not been given the symbol
 * @param decision on that bar
 * @param advice what each of its sources decided, by bot; none for a bot that decides alone
 */
public record Reading(Bot bot, String symbol, long bars, int warmUp, @Nullable Bar bar, @Nullable Decision decision,
		Map<String, Decision> advice) {

	public Reading(Bot bot, String symbol, long bars, int warmUp, @Nullable Bar bar, @Nullable Decision decision) {
		this(bot, symbol, bars, warmUp, bar, decision, Map.of());
	}

	public enum Stage {
		/** No bar since this instance began or was relieved of the symbol. */
		WAITING, WARMING_UP, READY
	}

	public Stage stage() {
		return bar == null ? Stage.WAITING : bars < warmUp ? Stage.WARMING_UP : Stage.READY;
	}
}
