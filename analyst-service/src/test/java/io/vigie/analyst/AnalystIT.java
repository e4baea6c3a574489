package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.DeadLetters;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

@AnalystTest
@TestPropertySource(properties = {"spring.kafka.consumer.group-id=analyst-main", "vigie.bots[0].name=crosser",
		"vigie.bots[0].strategy=sma-cross", "vigie.bots[0].parameters.fast=1", "vigie.bots[0].parameters.slow=2",
		"vigie.bots[0].symbols=UP/USD,DOWN/USD,TWICE/USD,STALE/USD,BAD/USD,ODD/USD", "vigie.bots[0].timeframe=1m",
		"vigie.bots[0].capital=25000"})
class AnalystIT {

	@Autowired
	private Wire wire;

	@Autowired
	private StubSentinel sentinel;

	@LocalServerPort
	private int port;

	@BeforeEach
	void listen() {
		List.of(Topics.SIGNALS, Topics.PROPOSALS, Topics.results("analyst"), Topics.logs("analyst"), Topics.deadLetters(Topics.BARS))
			.forEach(wire::listen);
		wire.send(Topics.PORTFOLIOS, "crosser", MarketFixtures.holding("crosser", 1, "DOWN/USD", "0.5"));
		Awaitility.await().untilAsserted(() -> assertThat(get("/analyst/status")).contains("\"held\":\"0.5\""));
	}

	@Test
	void proposesOnceWithItsReasonsHoweverOftenABarIsDelivered() {
		sayAll("UP/USD", "10", "9", "8", "9");
		var proposal = wire.await(Topics.PROPOSALS, TradeProposed.class, it -> it.symbol().equals("UP/USD"));
		var signal = wire.await(Topics.SIGNALS, SignalRaised.class, it -> it.symbol().equals("UP/USD"));

		assertThat(proposal.data().action()).isEqualTo(Action.BUY);
		assertThat(proposal.data().reasoning()).isEqualTo("SMA(1) 9.00 crossed above SMA(2) 8.50");
		assertThat(proposal.data().price()).isEqualByComparingTo("9");
		assertThat(proposal.data().evidence().indicators()).containsKeys("sma_fast", "sma_slow");
		assertThat(proposal.data().evidence().bar()).isEqualTo(MarketFixtures.bar("UP/USD", 3, "9"));
		assertThat(proposal.data().decidedAt()).isEqualTo(MarketFixtures.bar("UP/USD", 3, "9").closeAt());
		assertThat(proposal.causationId()).isEqualTo(signal.id());
		assertThat(signal.causationId()).isEqualTo(MarketFixtures.told(MarketFixtures.bar("UP/USD", 3, "9"), Instant.EPOCH).id());
		assertThat(proposal.correlationId()).isEqualTo(signal.causationId());

		sayAll("UP/USD", "10", "9", "8", "9");
		sayAll("TWICE/USD", "10", "9", "8", "9");
		wire.await(Topics.PROPOSALS, TradeProposed.class, it -> it.symbol().equals("TWICE/USD"));
		assertThat(wire.received(Topics.PROPOSALS, TradeProposed.class)).filteredOn(it -> it.data().symbol().equals("UP/USD")).hasSize(1);
		assertThat(wire.received(Topics.SIGNALS, SignalRaised.class)).filteredOn(it -> it.data().symbol().equals("UP/USD")).hasSize(1);
	}

	@Test
	void keepsSignalsAndGivesThemNewestFirst() {
		sayAll("TWICE/USD", "10", "9", "8", "9", "8", "9");
		Awaitility.await().untilAsserted(() -> assertThat(get("/analyst/signals?bot=crosser&symbol=TWICE/USD&limit=2"))
			.containsSubsequence("\"bar_at\":\"2026-01-05T00:06:00Z\"", "\"action\":\"BUY\"", "\"bar_at\":\"2026-01-05T00:05:00Z\"",
					"\"action\":\"CLOSE\"")
			.contains("\"sma_fast\":\"9\"", "crossed above")
			.doesNotContain("00:04:00Z"));
		assertThat(get("/analyst/signals?bot=nobody")).isEqualTo("[]");
	}

	@Test
	void refusesLimitsOutOfRange() {
		for (String limit : List.of("0", "1001", "many")) {
			assertThat(status("/analyst/signals?limit=" + limit)).isEqualTo(HttpStatus.BAD_REQUEST);
		}
	}

	@Test
	void closesOnlyWhatIsHeldAndBuysOnlyWhenFlat() {
		sayAll("DOWN/USD", "10", "9", "8", "9", "8");
		var close = wire.await(Topics.PROPOSALS, TradeProposed.class, it -> it.symbol().equals("DOWN/USD"));
		assertThat(close.data().action()).isEqualTo(Action.CLOSE);
		assertThat(wire.received(Topics.SIGNALS, SignalRaised.class)).filteredOn(it -> it.data().symbol().equals("DOWN/USD"))
			.extracting(it -> it.data().action()).containsExactly(Action.BUY, Action.CLOSE);
		wire.await(Topics.logs("analyst"), AgentLogged.class,
				it -> it.text().contains("Would BUY DOWN/USD") && it.text().contains("it holds 0.5 already"));
	}

	@Test
	void opensNothingOnABarToldOfLongAgo() {
		Instant before = Instant.now().minusSeconds(3600);
		say(before, "STALE/USD", "10", "9", "8", "9");
		wire.await(Topics.SIGNALS, SignalRaised.class, it -> it.symbol().equals("STALE/USD"));
		wire.await(Topics.logs("analyst"), AgentLogged.class,
				it -> it.text().contains("Would BUY STALE/USD") && it.text().contains("the bar was told of"));
		assertThat(wire.received(Topics.PROPOSALS, TradeProposed.class)).noneMatch(it -> it.data().symbol().equals("STALE/USD"));
	}

	@Test
	void putsBadBarsIntoTheDeadLettersAndGoesOn() {
		byte[] malformed = "{\"id\":".getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.BARS, "BAD/USD", malformed);
		wire.send(Topics.BARS, "BAD/USD", MarketFixtures.told(MarketFixtures.bar("BAD/USD", 0, "0"), Instant.now()));
		Bar offGrid = MarketFixtures.bar("BAD/USD", 0, "5");
		wire.send(Topics.BARS, "BAD/USD", MarketFixtures.told(new Bar("BAD/USD", offGrid.timeframe(), offGrid.openAt().plusSeconds(7),
				offGrid.open(), offGrid.high(), offGrid.low(), offGrid.close(), offGrid.volume(), 1, 1), Instant.now()));
		sayAll("BAD/USD", "10", "9", "8", "9");
		wire.await(Topics.PROPOSALS, TradeProposed.class, it -> it.symbol().equals("BAD/USD"));
		assertThat(cause(wire.awaitDeadLetter(Topics.BARS, malformed))).isNotBlank();
		Awaitility.await().untilAsserted(() -> assertThat(wire.records(Topics.deadLetters(Topics.BARS))).extracting(AnalystIT::cause)
			.anyMatch(it -> it.contains("has low 0")).anyMatch(it -> it.contains("off the 1m grid")));
	}

	@Test
	void takesStockWhenAskedTo() {
		sayAll("ODD/USD", "10", "9", "8", "7");
		Awaitility.await().untilAsserted(() -> assertThat(get("/analyst/status")).contains("SMA(1) 7.00 is below SMA(2) 7.50"));
		UUID task = UUID.randomUUID();
		ask(task, "analyst", TaskKind.TRADING_CYCLE, Instant.now().plusSeconds(60));
		var finished = wire.await(Topics.results("analyst"), TaskFinished.class, it -> it.taskId().equals(task)).data();
		assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
		assertThat(finished.facts()).containsEntry("stance.crosser.DOWN/USD", "long").containsEntry("stance.crosser.ODD/USD", "flat")
			.containsEntry("watched", "6").containsKeys("opportunity", "signals", "symbols");
		wire.await(Topics.logs("analyst"), AgentLogged.class, it -> it.text().startsWith("crosser is flat in ODD/USD: HOLD, SMA(1) 7.00 is below"));
		wire.await(Topics.logs("analyst"), AgentLogged.class, it -> it.text().startsWith("Took stock: 6 series watched"));
	}

	@Test
	void leavesTasksThatCameTooLateOrAreForOthers() {
		UUID late = UUID.randomUUID();
		UUID foreign = UUID.randomUUID();
		ask(foreign, "executor", TaskKind.SNAPSHOT, Instant.now().plusSeconds(60));
		ask(late, "analyst", TaskKind.TRADING_CYCLE, Instant.now().minusSeconds(1));
		var finished = wire.await(Topics.results("analyst"), TaskFinished.class, it -> it.taskId().equals(late)).data();
		assertThat(finished.outcome()).isEqualTo(Outcome.SKIPPED);
		assertThat(wire.received(Topics.results("analyst"), TaskFinished.class)).noneMatch(it -> it.data().taskId().equals(foreign));
	}

	@Test
	void knowsTheLastPrice() {
		for (int i = 1; i <= 3; i++) {
			var tick = new Tick("UP/USD", i, MarketFixtures.START.plusSeconds(i), BigDecimal.valueOf(100 + i), BigDecimal.ONE);
			wire.sendTwice(Topics.TICKS, "UP/USD", MarketFixtures.told(tick, Instant.now()));
		}
		Awaitility.await().untilAsserted(() -> assertThat(get("/analyst/status")).contains("\"price\":\"103\"")
			.contains("\"trades\":3").contains("\"high\":\"103\""));
		assertThat(get("/actuator/prometheus")).contains("analyst_ticks_total", "analyst_tick_age_seconds");
	}

	@Test
	void showsWhatAChartShows() {
		sentinel.keep(MarketFixtures.walk("WAVE/USD", 3, 300));
		assertThat(get("/analyst/analysis/WAVE/USD")).startsWith("[{").contains("\"symbol\":\"WAVE/USD\"", "\"timeframe\":\"1m\"", "\"bars\":300",
				"\"regime\":{\"kind\":\"", "\"levels\":[{", "\"touches\":", "\"findings\":[{", "\"points\":[{", "\"rsi_14\":\"");
		assertThat(status("/analyst/analysis/WAVE/USD?timeframe=5m")).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(status("/analyst/analysis/WAVE/USD?timeframe=7m")).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(status("/analyst/analysis/wave")).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(status("/analyst/analysis/NOBODY")).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void isHealthyAndDescribesItself() {
		assertThat(get("/actuator/health/readiness")).contains("UP");
		assertThat(get("/v3/api-docs")).contains("/analyst/signals", "/analyst/status", "/analyst/analysis/");
	}

	private void ask(UUID task, String owner, TaskKind kind, Instant deadline) {
		wire.sendTwice(Topics.TASKS, owner, Message.beginning(Ids.named("task", task), "orchestrator", owner, Instant.now(),
				new RunTask(task, kind, owner, Map.of(), 5, "test", deadline)));
	}

	private void sayAll(String symbol, String... closes) {
		say(Instant.now(), symbol, closes);
	}

	private void say(Instant at, String symbol, String... closes) {
		for (int minute = 0; minute < closes.length; minute++) {
			wire.sendTwice(Topics.BARS, symbol, MarketFixtures.told(MarketFixtures.bar(symbol, minute, closes[minute]), at));
		}
	}

	private static String cause(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> letter) {
		return new String(letter.headers().lastHeader(DeadLetters.CAUSE).value(), StandardCharsets.UTF_8);
	}

	private String get(String path) {
		return client().get().uri("http://localhost:" + port + path).retrieve().body(String.class);
	}

	private HttpStatus status(String path) {
		return client().get().uri("http://localhost:" + port + path)
			.exchange((_, response) -> HttpStatus.valueOf(response.getStatusCode().value()));
	}

	private static RestClient client() {
		return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build();
	}
}
