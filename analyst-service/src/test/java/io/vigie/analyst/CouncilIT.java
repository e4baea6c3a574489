package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.analyst.series.LiveStrategies;
import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A collaborative bot on several instances. The votes on a symbol are counted where its bars go, by one instance at a time, with all
 * its sources beside it: so no vote is counted in two places, and whoever takes a symbol over counts as its owner before would have.
 */
class CouncilIT {

	private static final int HISTORY = 60;
	private static final int BARS = 140;
	private static final List<String> SYMBOLS = IntStream.range(0, 8).mapToObj(i -> "V" + i + "/USD").toList();

	private final StubSentinel sentinel = new StubSentinel();
	private final Map<String, List<Bar>> bars = SYMBOLS.stream().collect(Collectors.toMap(it -> it, it -> MarketFixtures.walk(it, it.hashCode(), BARS)));
	private Wire wire;

	@BeforeEach
	void listen() {
		RealInfrastructure.addresses();
		wire = new Wire();
		wire.listen(Topics.SIGNALS);
		wire.listen(Topics.PROPOSALS);
	}

	@AfterEach
	void close() {
		wire.destroy();
		sentinel.close();
	}

	@Test
	void countsEveryVoteOncePerSymbolAndBarHoweverInstancesComeAndGo() {
		try (var analysts = new Analysts("analyst-council", sentinel, bots())) {
			var first = analysts.start();
			for (Bot bot : first.getBean(Bots.class).all()) {
				wire.send(Topics.PORTFOLIOS, bot.name(), MarketFixtures.flat(bot.name(), 1));
			}
			tell(HISTORY, 85);
			awaitVotes(first, 85);

			var second = analysts.start();
			Awaitility.await().atMost(Duration.ofSeconds(40))
				.until(() -> Analysts.partitions(first, "bars") == 3 && Analysts.partitions(second, "bars") == 3);
			tell(85, 110);
			awaitVotes(second, 110);
			assertThat(Analysts.watched(first)).isNotEmpty().doesNotContainAnyElementsOf(Analysts.watched(second));
			assertThat(Analysts.watched(second)).isNotEmpty();

			first.close();
			tell(110, BARS);
			awaitVotes(second, BARS);
			assertThat(idsByBar(Topics.PROPOSALS)).isNotEmpty().allSatisfy((bar, ids) -> assertThat(ids).as(bar).hasSize(1));
			assertThat(idsByBar(Topics.SIGNALS)).allSatisfy((bar, ids) -> assertThat(ids).as(bar).hasSize(1));
			assertThat(second.getBean(JdbcClient.class)
				.sql("select count(*) - count(distinct (source, symbol, bar_at)) from forecasts where symbol = any(?)").param(SYMBOLS.toArray(String[]::new))
				.query(Long.class).single()).as("no forecast is held against anybody twice").isZero();
		}
	}

	/** Two that cross averages, and one that trades what they want together, weighted by how they did. */
	private static Map<String, String> bots() {
		Map<String, String> settings = new HashMap<>();
		List<List<String>> each = List.of(List.of("quick", "rules", "sma-cross", "fast=2", "slow=5"),
				List.of("slow", "rules", "sma-cross", "fast=3", "slow=9"),
				List.of("council", Bot.COLLABORATIVE, "performance-vote", "quorum=1", "window=20", "patience=4"));
		for (int i = 0; i < each.size(); i++) {
			String bot = "vigie.bots[" + i + "].";
			List<String> it = each.get(i);
			settings.putAll(Map.of(bot + "name", it.get(0), bot + "agent", it.get(1), bot + "strategy", it.get(2), bot + "symbols",
					i == 2 ? String.join(",", SYMBOLS) : "OTHER/USD", bot + "timeframe", "1m", bot + "capital", "25000"));
			it.subList(3, it.size()).forEach(parameter -> settings.put(bot + "parameters." + parameter.split("=")[0], parameter.split("=")[1]));
		}
		settings.put("vigie.bots[2].sources", "quick,slow");
		return settings;
	}

	private void tell(int from, int to) {
		bars.values().forEach(it -> sentinel.keep(it.subList(from == HISTORY ? 0 : from, to)));
		bars.values().forEach(all -> all.subList(from, to)
			.forEach(bar -> wire.sendTwice(Topics.BARS, bar.symbol(), MarketFixtures.told(bar, Instant.now()))));
	}

	/** What one that saw every bar wants, on each symbol. */
	private void awaitVotes(ConfigurableApplicationContext instance, int to) {
		List<Bot> all = List.copyOf(instance.getBean(Bots.class).all());
		Bot council = all.stream().filter(Bot::isCollaborative).findFirst().orElseThrow();
		for (String symbol : SYMBOLS) {
			Strategy alone = LiveStrategies.of(council, all).get();
			List<String> wanted = new ArrayList<>();
			for (int i = 0; i < to; i++) {
				Decision decision = alone.onBar(bars.get(symbol).get(i));
				if (i >= HISTORY && decision.action() != Action.HOLD) {
					wanted.add(bars.get(symbol).get(i).closeAt() + " " + decision.action() + " " + decision.reasoning());
				}
			}
			assertThat(wanted).as(symbol).isNotEmpty();
			Awaitility.await(symbol).atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(said(symbol)).isEqualTo(wanted));
		}
	}

	/** A rebalance may repeat a word; it has the same id then, and readers act on it once. */
	private List<String> said(String symbol) {
		return wire.received(Topics.SIGNALS, SignalRaised.class).stream().map(Message::data)
			.filter(it -> it.symbol().equals(symbol) && it.bot().equals("council"))
			.map(it -> it.barAt() + " " + it.action() + " " + it.reasoning())
			.distinct()
			.toList();
	}

	private Map<String, Set<UUID>> idsByBar(String topic) {
		return topic.equals(Topics.SIGNALS)
				? wire.received(topic, SignalRaised.class).stream().filter(it -> SYMBOLS.contains(it.data().symbol()))
					.collect(Collectors.groupingBy(it -> it.data().bot() + " " + it.data().symbol() + " " + it.data().barAt(),
							Collectors.mapping(Message::id, Collectors.toSet())))
				: wire.received(topic, TradeProposed.class).stream().filter(it -> SYMBOLS.contains(it.data().symbol()))
					.collect(Collectors.groupingBy(it -> it.data().bot() + " " + it.data().symbol() + " " + it.data().decidedAt(),
							Collectors.mapping(Message::id, Collectors.toSet())));
	}
}
