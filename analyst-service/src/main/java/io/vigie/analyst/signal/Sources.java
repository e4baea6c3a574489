package io.vigie.analyst.signal;

import io.vigie.analyst.series.Reading;
import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose advice a collaborative bot took. Advice that is a bot's own signal anyway is left to that bot to say. */
@Component
class Sources {

	private final Bots bots;

	Sources(Bots bots) {
		this.bots = bots;
	}

	/** What its sources want on the reading's bar, abstentions and what they say themselves left out. */
	Map<Bot, Decision> of(Reading reading) {
		Map<Bot, Decision> advice = new LinkedHashMap<>();
		for (Bot bot : bots.all()) {
			Decision decision = reading.advice().get(bot.name());
			if (decision != null && decision.action() != Action.HOLD && !watches(bot, reading)) {
				advice.put(bot, decision);
			}
		}
		return advice;
	}

	private static boolean watches(Bot bot, Reading reading) {
		return bot.timeframe() == reading.bot().timeframe() && bot.symbols().contains(reading.symbol());
	}
}
