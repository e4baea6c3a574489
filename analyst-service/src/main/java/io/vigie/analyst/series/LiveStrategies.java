package io.vigie.analyst.series;

import io.vigie.common.bot.Bot;
import io.vigie.engine.fusion.FusedStrategy;
import io.vigie.engine.fusion.FusionSettings;
import io.vigie.engine.fusion.VotingRule;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a bot of the configuration trades by: its own strategy, or the vote of other bots' strategies on its own symbol. */
public final class LiveStrategies {

	private LiveStrategies() {
	}

	/**
	 * A new instance that has seen nothing.
	 *
	 * @param all bots, of which some may be sources
	 * @throws IllegalArgumentException with a sentence where the bot's configuration makes no sense
	 */
	public static Strategy start(Bot bot, Collection<Bot> all) {
		if (!bot.isCollaborative()) {
			return Strategies.start(bot.strategy(), bot.parameters());
		}
		SequencedMap<String, Strategy> sources = new LinkedHashMap<>();
		for (Bot source : sources(bot, all)) {
			sources.put(source.name(), Strategies.start(source.strategy(), source.parameters()));
		}
		return new FusedStrategy(VotingRule.named(bot.strategy()), FusionSettings.of(bot.parameters()), sources);
	}

	private static List<Bot> sources(Bot bot, Collection<Bot> all) {
		List<Bot> able = all.stream().filter(it -> !it.isCollaborative()).toList();
		for (String name : bot.sources()) {
			if (able.stream().noneMatch(it -> it.name().equals(name))) {
				throw new IllegalArgumentException("Source '" + name + "' is no bot with a strategy of its own, there are "
						+ able.stream().map(Bot::name).toList());
			}
		}
		return able.stream().filter(it -> bot.sources().isEmpty() || bot.sources().contains(it.name())).toList();
	}
}
