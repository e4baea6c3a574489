package io.vigie.sentinel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Message;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.SentinelRun;
import io.vigie.sentinel.bar.BarStore;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the venue's stream to the topics and the table, through everything that can go wrong on the way. */
class FeedIT {

	private static final Set<Timeframe> STORED = EnumSet.range(Timeframe.M1, Timeframe.D1);

	private final FakeAlpaca venue = new FakeAlpaca();
	private final Wire wire = new Wire();

	@BeforeEach
	void setPages() {
		venue.pageSize(37);
	}

	@AfterEach
	void close() {
		wire.destroy();
		venue.close();
	}

	@Test
	void tellsEveryPrintOnceInOrderAndStoresItsBars() {
		String symbol = "FLOW/USD";
		List<Tick> tape = Prints.walk(symbol, 400, Duration.ofSeconds(7));
		try (SentinelRun run = run(symbol)) {
			for (Tick tick : tape) {
				venue.print(tick);
				venue.say(tick);
			}
			awaitTicks(symbol, tape);
			awaitStored(run, symbol, tape);
			assertToldOnce(symbol, tape, tape);
			assertThat(run.bean(Feeds.class).records()).filteredOn(it -> it.symbol().equals(symbol)).singleElement()
				.satisfies(it -> assertThat(it.ticks()).isEqualTo(tape.size()))
				.satisfies(it -> assertThat(it.dropped().values().stream().mapToLong(Long::longValue).sum())
						.isEqualTo(tape.size()));
		}
	}

	@Test
	void namesThePrintThatClosedABarAsItsCause() {
		String symbol = "CAUSE/USD";
		try (SentinelRun _ = run(symbol)) {
			Tick last = Prints.tick(symbol, 2, Prints.NOON.plusSeconds(60), "11", "1");
			venue.print(Prints.tick(symbol, 1, Prints.NOON, "10", "1"), last);

			Message<BarClosed> bar = wire.await(Topics.BARS, BarClosed.class, it -> it.bar().symbol().equals(symbol));
			Message<TradePrinted> tick = wire.await(Topics.TICKS, TradePrinted.class, it -> it.tick().equals(last));
			assertThat(bar.causationId()).isEqualTo(tick.id());
			assertThat(bar.correlationId()).isEqualTo(tick.correlationId());
		}
	}

	@Test
	void losesAndRepeatsNothingWhenConnectionsBreak() {
		String symbol = "GAP/USD";
		List<Tick> tape = Prints.walk(symbol, 600, Duration.ofSeconds(5));
		try (SentinelRun run = run(symbol)) {
			for (int i = 0; i < tape.size(); i++) {
				if (i % 150 == 149) {
					venue.cut();
				}
				if (i % 150 == 20) {
					await().atMost(Duration.ofSeconds(20)).until(() -> venue.isFollowed(symbol) && run.isUp("crypto-feed"));
				}
				venue.print(tape.get(i));
			}
			awaitTicks(symbol, tape);
			awaitStored(run, symbol, tape);
			assertToldOnce(symbol, tape, tape);
			assertThat(run.bean(Drops.class).byCause()).containsEntry("duplicate", 0L).containsEntry("out_of_order",
					0L);
			await().untilAsserted(() -> assertThat(changes("crypto-feed")).extracting(ConnectionChanged::state)
				.containsSubsequence(LinkState.UP, LinkState.DOWN, LinkState.UP));
		}
	}

	@Test
	void fillsTheGapEvenIfTheHistoryFailsAtFirst() {
		String symbol = "RETRY/USD";
		List<Tick> tape = Prints.walk(symbol, 200, Duration.ofSeconds(5));
		try (SentinelRun _ = run(symbol)) {
			tape.subList(0, 50).forEach(venue::print);
			awaitTicks(symbol, tape.subList(0, 50));
			tape.subList(50, 150).forEach(venue::printUnheard);
			venue.failRequests(10);
			venue.cut();
			await().atMost(Duration.ofSeconds(20)).until(() -> venue.isFollowed(symbol));
			tape.subList(150, 200).forEach(venue::print);
			awaitTicks(symbol, tape);
			assertToldOnce(symbol, tape, tape);
		}
	}

	@Test
	void goesOnAfterARestartAsIfNothingHappened() {
		String symbol = "AGAIN/USD";
		List<Tick> tape = Prints.walk(symbol, 900, Duration.ofSeconds(11));
		try (SentinelRun run = run(symbol)) {
			tape.subList(0, 300).forEach(venue::print);
			awaitTicks(symbol, tape.subList(0, 300));
			awaitStored(run, symbol, tape.subList(0, 300));
		}
		tape.subList(300, 600).forEach(venue::printUnheard);
		try (SentinelRun run = run(symbol)) {
			tape.subList(600, 900).forEach(venue::print);
			awaitTicks(symbol, tape);
			awaitStored(run, symbol, tape);
		}
		assertToldOnce(symbol, tape, tape);
		assertThat(wire.received(Topics.BARS, BarClosed.class).stream().map(it -> it.data().bar()).filter(it ->
				it.symbol().equals(symbol)))
			.containsExactlyElementsOf(Prints.bars(symbol, STORED, tape));
	}

	@Test
	void repeatsNothingThoughItWasKilledBeforeItSavedItsPlace() {
		String symbol = "KILLED/USD";
		List<Tick> tape = Prints.walk(symbol, 300, Duration.ofSeconds(1));
		try (SentinelRun run = run(symbol)) {
			tape.subList(0, 50).forEach(venue::print);
			await().until(() -> run.bean(Cursors.class).all().getOrDefault(symbol, Position.BEFORE_ALL)
					.sequence() == 50);
			tape.subList(50, 200).forEach(venue::print);
			awaitTicks(symbol, tape.subList(0, 200));
			run.bean(Feeds.class).stop();
			run.bean(Cursors.class).save(Map.of(symbol, Position.of(tape.get(49))));
		}
		try (SentinelRun _ = run(symbol)) {
			tape.subList(200, 300).forEach(venue::print);
			awaitTicks(symbol, tape);
		}
		assertToldOnce(symbol, tape, tape);
	}

	@Test
	void storesHistoryOnTheFirstStartWithoutTellingIt() {
		String symbol = "PAST/USD";
		List<Tick> tape = Prints.walk(symbol, 500, Duration.ofSeconds(20));
		tape.subList(0, 400).forEach(venue::printUnheard);
		try (SentinelRun run = run(symbol)) {
			tape.subList(400, 500).forEach(venue::print);
			awaitStored(run, symbol, tape);
			awaitTicks(symbol, tape.subList(400, 500));
			assertToldOnce(symbol, tape.subList(400, 500), tape);
		}
	}

	@Test
	void fetchesHistoryAnewThatWasNotFetchedToItsEnd() {
		String symbol = "HALF/USD";
		List<Tick> tape = Prints.walk(symbol, 500, Duration.ofSeconds(20));
		tape.forEach(venue::printUnheard);
		venue.breakHistoryAfter(5);
		try (SentinelRun run = SentinelRun.of(venue, symbol)) {
			await().atMost(Duration.ofSeconds(20)).until(() -> !run.bean(BarStore.class).since(symbol, Timeframe.M1,
					Instant.EPOCH).isEmpty());
			assertThat(run.isUp("crypto-feed")).isFalse();
		}
		venue.breakHistoryAfter(Integer.MAX_VALUE);
		try (SentinelRun run = run(symbol)) {
			awaitStored(run, symbol, tape);
			assertThat(ticks(symbol)).isEmpty();
		}
	}

	@Test
	void refusesToMixTheBarsOfTwoMarkets() {
		String symbol = "MIXED/USD";
		Prints.walk(symbol, 50, Duration.ofMinutes(10)).forEach(venue::printUnheard);
		try (SentinelRun run = run(symbol)) {
			await().until(() -> run.bean(BarStore.class).last(symbol, Timeframe.H1).isPresent());
		}
		try (FakeAlpaca other = new FakeAlpaca()) {
			other.printUnheard(Prints.tick(symbol, 1, Prints.NOON, "10", "1"));
			try (SentinelRun run = SentinelRun.of(other, symbol)) {
				wire.await(Topics.CONNECTIONS, ConnectionChanged.class, it -> it.reason().contains("another market"));
				assertThat(run.isUp("crypto-feed")).isFalse();
			}
		}
	}

	@Test
	void survivesEveryKindOfNonsense() {
		String symbol = "NOISE/USD";
		try (SentinelRun run = run(symbol)) {
			Tick first = Prints.tick(symbol, 1, Prints.NOON, "10", "1");
			Tick last = Prints.tick(symbol, 9, Prints.NOON.plusSeconds(5), "10", "1");
			venue.print(first);
			venue.say(Prints.tick(symbol, 2, Prints.NOON.plusSeconds(1), "0", "1"));
			venue.say(Prints.tick(symbol, 3, Prints.NOON.plusSeconds(1), "-5", "1"));
			venue.say(Prints.tick(symbol, 4, Prints.NOON.plusSeconds(1), "10", "-1"));
			venue.say(Prints.tick(symbol, 5, Prints.NOON.minusSeconds(1), "10", "1"));
			venue.say(first);
			for (String nonsense : List.of("{", "null", "42", "[]", "[{}]", "[[]]", "[{\"T\":\"zz\"}]",
					"[{\"T\":\"t\"}]", "",
					"[{\"T\":\"t\",\"S\":\"" + symbol + "\",\"i\":\"x\",\"t\":\"yesterday\",\"p\":\"much\",\"s\":{}}]",
					"[{\"T\":\"t\",\"S\":\"OTHER/USD\",\"i\":1,\"t\":\"2026-03-02T12:00:01Z\",\"p\":1,\"s\":1}]",
					"[{\"T\":\"error\",\"code\":500,\"msg\":\"internal error\"}]", "[".repeat(200) + "]".repeat(200))) {
				venue.sayOnFeeds(nonsense, symbol);
			}
			venue.print(last);

			awaitTicks(symbol, List.of(first, last));
			var drops = run.bean(Drops.class).byCause();
			assertThat(drops).containsEntry("bad_price", 2L).containsEntry("bad_size", 1L).containsEntry("out_of_order",
					1L)
				.containsEntry("duplicate", 1L).containsEntry("unfollowed", 1L).containsEntry("refused", 1L);
			assertThat(drops.get("unreadable")).isGreaterThanOrEqualTo(7);
			assertThat(wire.received(Topics.TICKS, TradePrinted.class).stream().filter(it -> it.data().tick().symbol()
					.equals(symbol))).hasSize(2);
		}
	}

	@Test
	void takesPrintsThatLackWhatIsOptional() {
		String symbol = "BARE/USD";
		try (SentinelRun _ = run(symbol)) {
			venue.sayOnFeeds("[{\"T\":\"t\",\"S\":\"%s\",\"t\":\"2026-03-02T12:00:01.000001Z\",\"p\":\"10.50\"}]".formatted(symbol), symbol);

			Tick tick = wire.await(Topics.TICKS, TradePrinted.class, it -> it.tick().symbol().equals(symbol)).data()
					.tick();
			assertThat(tick.price()).isEqualByComparingTo("10.5");
			assertThat(tick.size()).isZero();
		}
	}

	@Test
	void tellsQuotesThatCanBeTrue() {
		String symbol = "QUOTE/USD";
		String quote = "[{\"T\":\"q\",\"S\":\"%s\",\"t\":\"2026-03-02T12:00:0%dZ\",\"bp\":%s,\"bs\":1,\"ap\":%s,\"as\":2}]";
		try (SentinelRun run = run(symbol)) {
			venue.sayOnFeeds(quote.formatted(symbol, 1, "11", "10"), symbol);
			venue.sayOnFeeds(quote.formatted(symbol, 2, "10", "11"), symbol);

			QuoteChanged told = wire.await(Topics.TICKS, QuoteChanged.class, it -> it.quote().symbol().equals(symbol))
					.data();
			assertThat(told.quote().at()).isEqualTo(Instant.parse("2026-03-02T12:00:02Z"));
			assertThat(run.bean(Drops.class).byCause()).containsEntry("crossed_quote", 1L);
		}
	}

	@Test
	void saysWhenAnOpenMarketFallsSilentAndWhenItSpeaksAgain() {
		String symbol = "QUIET/USD";
		try (SentinelRun _ = run(symbol, "VIGIE_LINK_STALE_AFTER", "700ms")) {
			venue.print(Prints.tick(symbol, 1, Prints.NOON, "10", "1"));
			ConnectionChanged stale = wire
				.await(Topics.CONNECTIONS, ConnectionChanged.class, it -> it.link().equals("crypto-feed")
						&& it.state() == LinkState.STALE)
				.data();
			assertThat(stale.failures()).isPositive();
			await().atMost(Duration.ofSeconds(20)).until(() -> venue.isFollowed(symbol));
			venue.print(Prints.tick(symbol, 2, Prints.NOON.plusSeconds(1), "10", "1"));
			await().atMost(Duration.ofSeconds(20)).until(() -> {
				List<ConnectionChanged> changes = changes("crypto-feed");
				int at = changes.indexOf(stale);
				return at >= 0 && changes.subList(at, changes.size()).stream().anyMatch(it ->
						it.state() == LinkState.UP);
			});
		}
	}

	@Test
	void saysWhyTheVenueRefuses() {
		venue.refuse(true);
		try (SentinelRun _ = SentinelRun.of(venue, "KEYS/USD")) {
			ConnectionChanged down = wire
				.await(Topics.CONNECTIONS, ConnectionChanged.class, it -> it.failures() >= 3 && it.reason()
						.contains("auth failed"))
				.data();
			assertThat(down.state()).isEqualTo(LinkState.DOWN);
			assertThat(down.reason()).doesNotContain("test-secret").contains("402");
		}
	}

	private SentinelRun run(String symbol, String... more) {
		wire.listen(Topics.TICKS);
		wire.listen(Topics.BARS);
		wire.listen(Topics.CONNECTIONS);
		SentinelRun run = SentinelRun.of(venue, symbol, more);
		await().atMost(Duration.ofSeconds(20)).until(() -> venue.isFollowed(symbol) && run.isUp("crypto-feed"));
		return run;
	}

	private List<ConnectionChanged> changes(String link) {
		return wire.received(Topics.CONNECTIONS, ConnectionChanged.class).stream().map(Message::data).filter(it ->
				it.link().equals(link)).toList();
	}

	private List<Tick> ticks(String symbol) {
		return wire.received(Topics.TICKS, TradePrinted.class).stream().map(it -> it.data().tick()).filter(it ->
				it.symbol().equals(symbol)).toList();
	}

	private void awaitTicks(String symbol, List<Tick> tape) {
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			List<Tick> told = ticks(symbol);
			return !told.isEmpty() && told.getLast().sequence() >= tape.getLast().sequence();
		});
	}

	private static void awaitStored(SentinelRun run, String symbol, List<Tick> tape) {
		BarStore store = run.bean(BarStore.class);
		for (Timeframe timeframe : STORED) {
			List<Bar> built = Prints.bars(symbol, STORED, tape).stream().filter(it -> it.timeframe() == timeframe)
					.toList();
			await(timeframe + " bars of " + symbol).atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(store.since(symbol, timeframe, Instant.EPOCH)).isEqualTo(built));
		}
	}

	/** The invariant: each print once, in order; each bar at most once, equal to what all prints make. */
	private void assertToldOnce(String symbol, List<Tick> told, List<Tick> tape) {
		assertThat(ticks(symbol)).usingElementComparator((a, b) -> a.sequence() == b.sequence() && a.at().equals(b.at())
				&& a.price().compareTo(b.price()) == 0 && a.size().compareTo(b.size()) == 0 ? 0 : 1).isEqualTo(told);
		List<Bar> bars = wire.received(Topics.BARS, BarClosed.class).stream().map(it -> it.data().bar()).filter(it ->
				it.symbol().equals(symbol)).toList();
		assertThat(bars).doesNotHaveDuplicates();
		assertThat(Prints.bars(symbol, STORED, tape)).containsSubsequence(bars);
	}
}
