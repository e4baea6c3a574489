package io.vigie.orchestrator.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.testing.Wire;
import io.vigie.orchestrator.OrchestratorTest;
import io.vigie.orchestrator.pace.Link;
import io.vigie.orchestrator.pace.Market;
import io.vigie.orchestrator.pace.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrchestratorTest
class OutlookIT {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	@Autowired
	private OutlookBook book;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void forget() {
		jdbc.update("truncate markets, links, troubles");
	}

	@Test
	void knowsNothingAtFirst() {
		assertThat(book.outlook().market()).isEqualTo(Market.UNSEEN);
		assertThat(book.outlook().links()).isEmpty();
		assertThat(book.outlook().troubles()).isEmpty();
	}

	@Test
	void remembersTheLatestWordOnALinkThoughWordsComeTwiceAndLate() {
		Message<ConnectionMessage> down = link(LinkState.DOWN, NOON);
		Message<ConnectionMessage> up = link(LinkState.UP, NOON.plusSeconds(5));
		book.connected(List.of(down, down));
		assertThat(book.outlook().links()).containsExactly(new Link("crypto-feed", false, NOON, "as told"));
		book.connected(List.of(up));
		book.connected(List.of(down));
		assertThat(book.outlook().links()).containsExactly(new Link("crypto-feed", true, NOON.plusSeconds(5), "as told"));
	}

	@Test
	void countsAStaleLinkAsAway() {
		book.connected(List.of(link(LinkState.STALE, NOON)));
		assertThat(book.outlook().links()).singleElement().satisfies(it -> assertThat(it.up()).isFalse());
	}

	@Test
	void tellsTheDownFromTheDegradedAndPassesOverWhatIsOnlySaid() {
		book.alerted(List.of(raised("analyst", Severity.CRITICAL), raised("risk", Severity.WARNING), raised("disk", Severity.INFO)));
		assertThat(book.outlook().troubles()).extracting(Trouble::component, Trouble::down)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("analyst", true), org.assertj.core.groups.Tuple.tuple("risk", false));
	}

	@Test
	void doesNotRaiseAgainWhatIsResolvedWhenTheRaisingComesLate() {
		Message<AlertMessage> raised = raised("analyst", Severity.CRITICAL);
		Message<AlertMessage> resolved = raised.leadsTo(Ids.named("over"), "health", Message.ALL, NOON.plusSeconds(9),
				new AlertResolved(Ids.named("analyst"), "analyst", "is back", NOON));
		book.alerted(List.of(raised));
		book.alerted(List.of(resolved));
		book.alerted(List.of(raised, raised));
		assertThat(book.outlook().troubles()).isEmpty();
	}

	@Test
	void keepsTheNewestScan() {
		book.scanned(Map.of("volatility", "0.02", "tick_age_ms", "40", "market_open", "true", "more", "words"), NOON);
		book.scanned(Map.of("volatility", "0.9"), NOON.minusSeconds(1));
		Market market = book.outlook().market();
		assertThat(market.volatility()).isEqualByComparingTo("0.02");
		assertThat(market.tickAge()).isEqualTo(Duration.ofMillis(40));
		assertThat(market.seenAt()).isEqualTo(NOON);
		book.scanned(Map.of(), NOON.plusSeconds(1));
		assertThat(book.outlook().market().volatility()).isNull();
	}

	@Test
	void hearsTheNextGoodWordAfterABadOne() {
		byte[] bad = "{\"message_type\":\"nonsense\"}".getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.CONNECTIONS, "crypto-feed", bad);
		wire.sendTwice(Topics.CONNECTIONS, "crypto-feed", link(LinkState.UP, NOON));
		await().untilAsserted(() -> assertThat(book.outlook().links()).hasSize(1));
		wire.awaitDeadLetter(Topics.CONNECTIONS, bad);
	}

	private static Message<ConnectionMessage> link(LinkState state, Instant at) {
		return Message.beginning(Ids.named("link", state, at), "sentinel", Message.ALL, at,
				new ConnectionChanged("crypto-feed", state, 0, at, "as told"));
	}

	private static Message<AlertMessage> raised(String component, Severity severity) {
		return Message.beginning(Ids.named("raised", component, severity), "health", Message.ALL, NOON,
				new AlertRaised(Ids.named(component), severity, component, component + " is ill", "in detail", NOON));
	}
}
