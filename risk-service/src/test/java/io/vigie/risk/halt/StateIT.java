package io.vigie.risk.halt;

import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.sql.Trip;
import io.vigie.common.testing.Wire;
import io.vigie.risk.Api;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import io.vigie.risk.portfolio.PortfolioDesk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody stops a bot, or all: nothing is bought until somebody lets it; while it only reduces, everything can be sold. */
@RiskTest
class StateIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private PortfolioDesk portfolios;
	@Autowired
	private TransactionTemplate transaction;
	@LocalServerPort
	private int port;
	private Api risk;

	@BeforeEach
	void forget() {
		risk = new Api(port);
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "20500", position("BTC/USD", "5", "900"));
		neighbours.tellPortfolio("reversion", 1, "25000");
		neighbours.tellPortfolio("pair", 1, "25000");
	}

	@Test
	void stopsEveryEntryAndNoExitWhileReducing() {
		risk.post("/risk/states", Map.of("state", "REDUCING", "reason", "odd prices", "by", "Ada"));
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).startsWith("trading-state: Trading is reducing");
		assertThat(neighbours.closeApproved("trend", "BTC/USD").quantity()).isEqualByComparingTo("5");
		risk.post("/risk/states", Map.of("state", "ACTIVE", "reason", "prices are fine"));
		neighbours.buyApproved("reversion", "ETH/USD");
	}

	@Test
	void stopsEntriesAndExitsWhileHalted() {
		risk.post("/risk/states", Map.of("state", "HALTED", "reason", "odd prices", "by", "Ada"));
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).startsWith("trading-state: Trading is halted");
		assertThat(neighbours.closeRefused("trend", "BTC/USD").reason()).startsWith("halt: Trading is halted");
		risk.post("/risk/states", Map.of("state", "REDUCING", "reason", "out of it"));
		assertThat(neighbours.closeApproved("trend", "BTC/USD").quantity()).isEqualByComparingTo("5");
		risk.post("/risk/states", Map.of("state", "ACTIVE", "reason", "prices are fine"));
		neighbours.buyApproved("reversion", "ETH/USD");
	}

	@Test
	void stopsOneBotAlone() {
		risk.post("/risk/states", Map.of("bot", "reversion", "state", "HALTED", "reason", "it misbehaves"));
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).startsWith("trading-state: ");
		neighbours.buyApproved("pair", "ETH/USD");
	}

	@Test
	void letsTheStricterStateCount() {
		risk.post("/risk/states", Map.of("state", "HALTED", "reason", "holiday"));
		JsonNode states = risk.post("/risk/states", Map.of("bot", "reversion", "state", "ACTIVE", "reason", "not this one"));
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).startsWith("trading-state: Trading is halted");
		JsonNode reversion = states.get("bots").valueStream().filter(it -> it.get("bot").asString().equals("reversion")).findFirst().orElseThrow();
		assertThat(reversion.get("effective").asString()).isEqualTo("HALTED");
		assertThat(reversion.get("own").asString()).isEqualTo("ACTIVE");
	}

	@Test
	void remembersWhoDidItWhenAndWhy() {
		risk.post("/risk/states", Map.of("state", "HALTED", "reason", " odd prices ", "by", "Ada"));
		risk.post("/risk/states", Map.of("state", "REDUCING", "reason", "better"));
		JsonNode states = risk.get("/risk/states");
		assertThat(states.get("state").asString()).isEqualTo("REDUCING");
		assertThat(states.get("change").get("changed_by").asString()).isEqualTo("operator");
		JsonNode first = states.get("last").get(1);
		assertThat(first.get("changed_by").asString()).isEqualTo("Ada");
		assertThat(first.get("reason").asString()).isEqualTo("odd prices");
		assertThat(first.get("changed_at").asString()).isNotBlank();
		await().untilAsserted(() -> assertThat(wire.received(Topics.logs("risk"), AgentLogged.class))
			.anySatisfy(it -> assertThat(it.data().text()).isEqualTo("Trading of all bots is HALTED by order of Ada: odd prices")));
	}

	static Stream<Map<String, String>> senseless() {
		return Stream.of(Map.of("state", "HALTED"), Map.of("state", "HALTED", "reason", " "), Map.of("reason", "why"),
				Map.of("state", "RESTING", "reason", "why"), Map.of("state", "HALTED", "reason", "x".repeat(501)));
	}

	@ParameterizedTest
	@MethodSource("senseless")
	void asksForAStateAndAReason(Map<String, String> body) {
		risk.problem(HttpMethod.POST, "/risk/states", body, 400);
		assertThat(jdbc.queryForObject("select count(*) from trading_states", Long.class)).isZero();
	}

	@Test
	void knowsNoOtherBots() {
		risk.problem(HttpMethod.POST, "/risk/states", Map.of("bot", "nobody", "state", "HALTED", "reason", "why"), 404);
	}

	/** Once it has answered, no verdict can follow that was made without it: it waits for whoever is deciding. */
	@Test
	void waitsForWhoIsDeciding() throws Exception {
		CountDownLatch deciding = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> decision = both.submit(() -> transaction.executeWithoutResult(_ -> {
				var trip = new Trip(jdbc);
				portfolios.lock(trip, List.of("trend"));
				trip.go();
				deciding.countDown();
				hold(goOn);
			}));
			deciding.await();
			Future<JsonNode> stop = both.submit(() -> risk.post("/risk/states", Map.of("state", "HALTED", "reason", "now")));
			try {
				await().until(() -> jdbc.queryForObject("select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Long.class) > 0);
				assertThat(stop.isDone()).isFalse();
			}
			finally {
				goOn.countDown();
			}
			decision.get();
			assertThat(stop.get().get("state").asString()).isEqualTo("HALTED");
		}
	}

	private static void hold(CountDownLatch until) {
		try {
			until.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
