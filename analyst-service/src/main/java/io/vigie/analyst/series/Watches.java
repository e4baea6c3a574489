package io.vigie.analyst.series;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Every bot's strategy on every of its symbols. All instances of the service could watch all; each is given the bars of some
 * symbols, and forgets them when they are taken away.
 */
@Component
public class Watches {

	private final Map<Feed, List<Watch>> byFeed = new LinkedHashMap<>();

	/** @throws InvalidConfigurationPropertyValueException where a bot's strategy or parameters make no sense: no start then */
	Watches(Bots bots, History history, MeterRegistry metrics) {
		for (Bot bot : bots.all()) {
			Timer evaluation = metrics.timer("analyst.evaluate", "strategy", bot.strategy());
			for (String symbol : bot.symbols()) {
				byFeed.computeIfAbsent(new Feed(symbol, bot.timeframe()), _ -> new ArrayList<>())
					.add(new Watch(bot, symbol, strategy(bot, bots.all()), history, evaluation));
			}
		}
	}

	/** @throws InvalidConfigurationPropertyValueException where the bot's strategy or parameters make no sense */
	static Supplier<Strategy> strategy(Bot bot, List<Bot> all) {
		try {
			Supplier<Strategy> strategy = LiveStrategies.of(bot, all);
			strategy.get();
			return strategy;
		}
		catch (IllegalArgumentException e) {
			throw new InvalidConfigurationPropertyValueException("vigie.bots (" + bot.name() + ")", bot.strategy(), e.getMessage());
		}
	}

	/**
	 * What the strategies that watch this symbol and timeframe make of the bar; those that have seen it say nothing.
	 *
	 * @throws IllegalArgumentException for a bar that can't be right
	 */
	public List<Reading> onBar(Bar bar) {
		List<Watch> watching = byFeed.getOrDefault(new Feed(bar.symbol(), bar.timeframe()), List.of());
		if (watching.isEmpty()) {
			return List.of();
		}
		SoundBar.require(bar);
		return watching.stream().map(watch -> watch.onBar(bar)).flatMap(Optional::stream).toList();
	}

	public void forget(Collection<String> symbols) {
		byFeed.forEach((feed, watching) -> {
			if (symbols.contains(feed.symbol)) {
				watching.forEach(Watch::forget);
			}
		});
	}

	/** Another instance takes over some symbols; which is not known here, and history brings the others back. */
	public void forgetAll() {
		byFeed.values().forEach(watching -> watching.forEach(Watch::forget));
	}

	public List<Reading> readings() {
		return byFeed.values().stream().flatMap(List::stream).map(Watch::reading).toList();
	}

	private record Feed(String symbol, Timeframe timeframe) {
	}
}
