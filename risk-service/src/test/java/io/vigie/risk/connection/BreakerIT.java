package io.vigie.risk.connection;

import static io.vigie.risk.RiskFixtures.link;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.testing.Wire;
import io.vigie.risk.Api;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Three failed connections in a row, of whichever link, block all buys until it is proven good again; exits never. */
@RiskTest
class BreakerIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private Clock clock;
	@LocalServerPort
	private int port;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "20500", position("BTC/USD", "5", "900"));
		neighbours.tellPortfolio("reversion", 1, "25000");
	}

	@ParameterizedTest
	@ValueSource(strings = {"stock-feed", "crypto-feed", "account-stream", "broker-api"})
	void blocksAllBuysAndNoExitUntilTheLinkIsProven(String name) {
		fail(name, 2);
		tell(name, LinkState.UP, 0, clock.instant().minusSeconds(60));
		assertThat(isOpen()).as("two are no three").isFalse();
		fail(name, 3);
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).contains("circuit-breaker: Failed too often in a row and not proven good again: " + name);
		assertThat(neighbours.closeApproved("trend", "BTC/USD").quantity()).isEqualByComparingTo("5");
		assertThat(isOpen()).isTrue();
		tell(name, LinkState.UP, 0, clock.instant());
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).as("up is not proven").startsWith("circuit-breaker: ").doesNotContain("connection: ");
		prove(name);
		neighbours.buyApproved("reversion", "ETH/USD");
		await().untilAsserted(() -> assertThat(jdbc.queryForList("select link from breakers where tripped_at is not null")).isEmpty());
		assertThat(isOpen()).isFalse();
	}

	@Test
	void opensForALinkThatComesAndGoes() {
		for (int i = 0; i < 3; i++) {
			tell("account-stream", LinkState.UP, 0, clock.instant());
			tell("account-stream", LinkState.DOWN, 1, clock.instant());
		}
		tell("account-stream", LinkState.UP, 0, clock.instant());
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).startsWith("circuit-breaker: ");
	}

	@Test
	void countsWhatIsToldTwiceOnce() {
		fail("broker-api", 2);
		assertThat(jdbc.queryForObject("select failures from breakers", Integer.class)).isEqualTo(2);
		assertThat(isOpen()).isFalse();
	}

	@Test
	void saysThatItOpensAndCloses() {
		fail("broker-api", 3);
		await().untilAsserted(() -> assertThat(wire.received(Topics.logs("risk"), AgentLogged.class)).anySatisfy(it -> assertThat(it.data().text())
			.startsWith("Circuit breaker opens: broker-api failed 3 times in a row")));
		Api risk = new Api(port);
		assertThat(risk.text("/actuator/prometheus")).containsPattern("risk_breaker_open\\{[^}]*} 1.0");
		tell("broker-api", LinkState.UP, 0, clock.instant());
		prove("broker-api");
		await().untilAsserted(() -> assertThat(wire.received(Topics.logs("risk"), AgentLogged.class)).anySatisfy(it -> assertThat(it.data().text())
			.startsWith("Circuit breaker closes: broker-api has been good since")));
		assertThat(risk.text("/actuator/prometheus")).containsPattern("risk_breaker_open\\{[^}]*} 0.0");
	}

	@Test
	void showsWhatEachLinkMustProve() {
		fail("broker-api", 3);
		tell("broker-api", LinkState.UP, 0, clock.instant().plusSeconds(3600));
		JsonNode breaker = new Api(port).get("/risk/breaker");
		assertThat(breaker.get("open").asBoolean()).isTrue();
		assertThat(breaker.get("limit").asInt()).isEqualTo(3);
		JsonNode link = breaker.get("links").get(0);
		assertThat(link.get("link").asString()).isEqualTo("broker-api");
		assertThat(link.get("failures").asInt()).isEqualTo(3);
		assertThat(Instant.parse(link.get("proven_at").asString())).isEqualTo(Instant.parse(link.get("good_since").asString()).plusSeconds(10));
	}

	private boolean isOpen() {
		return new Api(port).get("/risk/breaker").get("open").asBoolean();
	}

	private void fail(String name, int times) {
		for (int failure = 1; failure <= times; failure++) {
			tell(name, LinkState.DOWN, failure, clock.instant());
		}
	}

	/** Time passes for the link: it has been good for a minute. */
	private void prove(String name) {
		jdbc.update("update breakers set good_since = good_since - interval '1 minute' where link = ?", name);
	}

	private void tell(String name, LinkState state, int failures, Instant at) {
		var message = link(name, state, failures, at);
		wire.sendTwice(Topics.CONNECTIONS, name, message);
		await().until(() -> jdbc.queryForObject("select count(*) from inbox where message_id = ?", Long.class, message.id()) == 1);
	}
}
