package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole instances come and go; what they say stays what one instance that saw everything would have said. */
class InstancesIT {

	private static final int HISTORY = 60;
	private static final int BARS = 140;

	private final StubSentinel sentinel = new StubSentinel();
	private Wire wire;

	@BeforeEach
	void listen() {
		RealInfrastructure.addresses();
		wire = null;
	}

	@AfterEach
	void close() {
		if (wire != null) {
			wire.destroy();
		}
		sentinel.close();
	}

	@Test
	void decidesNothingWithoutItsPastAndThenLikeOneThatSawEverything() {
		String symbol = "COLD/USD";
		List<Bar> bars = MarketFixtures.walk(symbol, 3, BARS);
		sentinel.keep(bars);
		sentinel.down();
		try (var analysts = new Analysts("analyst-cold", sentinel, List.of(symbol))) {
			analysts.start();
			wire = knowing();
			say(bars.subList(HISTORY, BARS));
			Awaitility.await().until(() -> sentinel.asked(symbol).size() >= 3);
			assertThat(said(symbol)).isEmpty();

			sentinel.up();
			awaitSame(symbol, bars, HISTORY);
			assertThat(sentinel.asked(symbol).getLast()).containsEntry("before", bars.get(HISTORY).openAt().toString())
				.containsEntry("timeframe", "1m").containsEntry("limit", "500");
		}
	}

	@Test
	void bringsBackWhatItMissedBetweenTwoBars() {
		String symbol = "GAP/USD";
		List<Bar> bars = MarketFixtures.walk(symbol, 5, BARS);
		sentinel.keep(bars);
		try (var analysts = new Analysts("analyst-gap", sentinel, List.of(symbol))) {
			analysts.start();
			wire = knowing();
			say(bars.subList(HISTORY, 80));
			say(bars.subList(95, BARS));
			List<String> wanted = new ArrayList<>(expected(bars, HISTORY, 80));
			wanted.addAll(expected(bars, 95, BARS));
			Awaitility.await().untilAsserted(() -> assertThat(said(symbol)).isEqualTo(wanted));
			assertThat(sentinel.asked(symbol)).hasSize(2).last().satisfies(it -> assertThat(it).containsEntry("limit", "15"));
		}
	}

	@Test
	void saysTheSameWordsWithTheSameIdsWhenItDiedBeforeItCommitted() throws Exception {
		String symbol = "AGAIN/USD";
		List<Bar> bars = MarketFixtures.walk(symbol, 9, BARS);
		sentinel.keep(bars);
		try (var analysts = new Analysts("analyst-again", sentinel, List.of(symbol))) {
			var first = analysts.start();
			wire = knowing();
			say(bars.subList(HISTORY, BARS));
			awaitSame(symbol, bars, HISTORY);
			Set<UUID> ids = ids(symbol);
			first.close();
			rewind("analyst-again");

			analysts.start();
			Awaitility.await().until(() -> messages(symbol).size() == 2 * ids.size());
			assertThat(ids(symbol)).isEqualTo(ids);
		}
	}

	@Test
	void instancesShareSymbolsAndOutliveOneAnother() {
		List<String> symbols = IntStream.range(0, 12).mapToObj(i -> "S" + i + "/USD").toList();
		Map<String, List<Bar>> bars = symbols.stream()
			.collect(Collectors.toMap(it -> it, it -> MarketFixtures.walk(it, it.hashCode(), BARS)));
		try (var analysts = new Analysts("analyst-shared", sentinel, symbols)) {
			var first = analysts.start();
			wire = knowing();
			tell(bars, HISTORY, 85);
			symbols.forEach(it -> awaitSame(it, bars.get(it).subList(0, 85), HISTORY));

			var second = analysts.start();
			Awaitility.await().atMost(Duration.ofSeconds(40))
				.until(() -> Analysts.partitions(first, "bars") == 3 && Analysts.partitions(second, "bars") == 3);
			tell(bars, 85, 110);
			symbols.forEach(it -> awaitSame(it, bars.get(it).subList(0, 110), HISTORY));
			assertThat(Analysts.watched(first)).isNotEmpty().doesNotContainAnyElementsOf(Analysts.watched(second));
			assertThat(Analysts.watched(second)).isNotEmpty();

			first.close();
			tell(bars, 110, BARS);
			symbols.forEach(it -> awaitSame(it, bars.get(it), HISTORY));
			assertThat(Analysts.watched(second)).containsExactlyInAnyOrderElementsOf(symbols);
		}
	}

	private void tell(Map<String, List<Bar>> bars, int from, int to) {
		bars.values().forEach(it -> sentinel.keep(it.subList(from == HISTORY ? 0 : from, to)));
		bars.values().forEach(it -> say(it.subList(from, to)));
	}

	private Wire knowing() {
		Wire known = new Wire();
		known.listen(Topics.SIGNALS);
		known.send(Topics.PORTFOLIOS, "crosser", MarketFixtures.flat("crosser", 1));
		return known;
	}

	private void say(List<Bar> bars) {
		bars.forEach(bar -> wire.sendTwice(Topics.BARS, bar.symbol(), MarketFixtures.told(bar, Instant.now())));
	}

	private void awaitSame(String symbol, List<Bar> bars, int from) {
		List<String> wanted = expected(bars, from, bars.size());
		Awaitility.await(symbol).atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(said(symbol)).isEqualTo(wanted));
	}

	/** What a strategy that saw all bars wants on the bars from {@code from} to {@code to}. */
	private static List<String> expected(List<Bar> bars, int from, int to) {
		Strategy strategy = Strategies.start("sma-cross", Map.of("fast", BigDecimal.valueOf(3), "slow", BigDecimal.valueOf(7)));
		List<String> wanted = new ArrayList<>();
		for (int i = 0; i < to; i++) {
			Decision decision = strategy.onBar(bars.get(i));
			if (i >= from && decision.action() != Action.HOLD) {
				wanted.add(bars.get(i).closeAt() + " " + decision.action() + " " + decision.reasoning());
			}
		}
		assertThat(wanted).isNotEmpty();
		return wanted;
	}

	/** A rebalance may repeat a word; it has the same id then, and readers act on it once. */
	private List<String> said(String symbol) {
		return messages(symbol).stream().map(Message::data).map(it -> it.barAt() + " " + it.action() + " " + it.reasoning())
			.distinct().toList();
	}

	private Set<UUID> ids(String symbol) {
		return messages(symbol).stream().map(Message::id).collect(Collectors.toSet());
	}

	private List<Message<SignalRaised>> messages(String symbol) {
		return wire.received(Topics.SIGNALS, SignalRaised.class).stream().filter(it -> it.data().symbol().equals(symbol)).toList();
	}

	/** As if nothing had been committed since the beginning. */
	private static void rewind(String group) throws Exception {
		try (var admin = Admin.create(Map.of("bootstrap.servers", RealInfrastructure.addresses().kafka()))) {
			Map<TopicPartition, OffsetAndMetadata> beginning = IntStream.range(0, 6).boxed()
				.collect(Collectors.toMap(it -> new TopicPartition(Topics.BARS, it), _ -> new OffsetAndMetadata(0)));
			Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
				admin.alterConsumerGroupOffsets(group, beginning).all().get();
				return true;
			});
		}
	}
}
