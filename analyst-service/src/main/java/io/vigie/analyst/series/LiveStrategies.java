package io.vigie.analyst.series;

import io.vigie.backtest.rules.RuleFiles;
import io.vigie.common.bot.Bot;
import io.vigie.engine.fusion.FusedStrategy;
import io.vigie.engine.fusion.FusionSettings;
import io.vigie.engine.fusion.VotingRule;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.strategy.StrategyType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** What a bot of the configuration trades by: its own strategy, or the vote of other bots' strategies on its own symbol. */
public final class LiveStrategies {

	private LiveStrategies() {
	}

	/**
	 * Gives new instances that have seen nothing. Files of rules are read now, and not again: a bot does not change while it runs.
	 *
	 * @param all bots, of which some may be sources
	 * @throws IllegalArgumentException with a sentence where the bot's configuration makes no sense
	 */
	public static Supplier<Strategy> of(Bot bot, Collection<Bot> all) {
		if (!bot.isCollaborative()) {
			return own(bot);
		}
		SequencedMap<String, Supplier<Strategy>> sources = new LinkedHashMap<>();
		for (Bot source : sources(bot, all)) {
			sources.put(source.name(), own(source));
		}
		return () -> {
			SequencedMap<String, Strategy> started = new LinkedHashMap<>();
			sources.forEach((name, source) -> started.put(name, source.get()));
			return new FusedStrategy(VotingRule.named(bot.strategy()), FusionSettings.of(bot.parameters()), started);
		};
	}

	private static Supplier<Strategy> own(Bot bot) {
		StrategyType type = RuleFiles.strategy(bot.strategy());
		if (type.paired() && bot.reference() == null) {
			throw new IllegalArgumentException("Strategy '" + type.name() + "' compares with another symbol: name it as 'reference'");
		}
		if (!type.paired() && bot.reference() != null) {
			throw new IllegalArgumentException("Strategy '" + type.name() + "' compares with no other symbol, it takes no 'reference'");
		}
		return () -> type.start(bot.parameters());
	}

	private static List<Bot> sources(Bot bot, Collection<Bot> all) {
		List<Bot> able = all.stream().filter(it -> !it.isCollaborative() && it.reference() == null).toList();
		for (String name : bot.sources()) {
			if (able.stream().noneMatch(it -> it.name().equals(name))) {
				throw new IllegalArgumentException("Source '" + name + "' is no bot with a strategy of its own, there are "
						+ able.stream().map(Bot::name).toList());
			}
		}
		return able.stream().filter(it -> bot.sources().isEmpty() || bot.sources().contains(it.name())).toList();
	}
}
