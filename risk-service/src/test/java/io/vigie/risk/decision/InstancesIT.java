package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.buysAt;
import static io.vigie.risk.RiskFixtures.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.engine.order.OrderRole;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskService;
import io.vigie.risk.RiskTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A second instance joins and leaves while proposals keep coming: each gets one verdict, and no purse is overdrawn. */
@RiskTest
class InstancesIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private Clock clock;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "6000");
		neighbours.tellPortfolio("reversion", 1, "6000");
		neighbours.tellPortfolio("pair", 1, "6000");
	}

	@AfterEach
	void holdsAreCovered() {
		neighbours.assertHoldsAreCovered();
	}

	@Test
	void shareTheWorkAndDecideEachProposalOnce() {
		List<UUID> proposals = new ArrayList<>();
		propose(proposals);
		try (ConfigurableApplicationContext second = another()) {
			assertThat(second.isActive()).isTrue();
			propose(proposals);
			await().atMost(Duration.ofSeconds(60)).until(() -> verdicts() == proposals.size());
			propose(proposals);
		}
		propose(proposals);
		await().atMost(Duration.ofSeconds(60)).until(() -> verdicts() == proposals.size());
		await().until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
		await().untilAsserted(() -> assertThat(said(proposals)).containsExactlyInAnyOrderElementsOf(proposals));
		assertThat(jdbc.queryForObject("select count(*) from verdicts where approved", Long.class)).as("one entry per purse and symbol")
			.isEqualTo(3);
	}

	/** A restart forgives nothing: what is locked is stored, with its end. */
	@Test
	void goesOnWithTheLocksOfAnEarlierLife() {
		Message<TradeBooked> sale = sold("pair", "BTC/USD", "a", OrderRole.TAKE_PROFIT, "10", MARKET);
		wire.sendTwice(Topics.ORDERS, "pair", sale);
		await().until(() -> jdbc.queryForObject("select count(*) from locks", Long.class) == 1);
		try (ConfigurableApplicationContext later = another()) {
			Message<ProposalMessage> early = cast(buysAt(MARKET.plusSeconds(240), "pair", "BTC/USD", clock.instant()));
			Message<ProposalMessage> late = cast(buysAt(MARKET.plusSeconds(300), "pair", "BTC/USD", clock.instant()));
			later.getBean(DecisionDesk.class).decide(List.of(early));
			later.getBean(DecisionDesk.class).decide(List.of(late));
			assertThat(reason(early)).contains("cooldown: Locked until");
			assertThat(jdbc.queryForObject("select approved from verdicts where proposal_id = ?", Boolean.class, late.id())).isTrue();
		}
	}

	private String reason(Message<?> idea) {
		return jdbc.queryForObject("select reason from verdicts where proposal_id = ?", String.class, idea.id());
	}

	private static ConfigurableApplicationContext another() {
		return new SpringApplicationBuilder(RiskService.class).initializers(new RealInfrastructure())
			.properties("VIGIE_RISK_PORT=0", "VIGIE_TRADERS_FILE=classpath:risk-bots.yaml", "VIGIE_LOG_FORMAT=", "VIGIE_LOG_LEVEL=ERROR").run();
	}

	@SuppressWarnings("unchecked")
	private static Message<ProposalMessage> cast(Message<TradeProposed> message) {
		return (Message<ProposalMessage>) (Message<?>) message;
	}

	private void propose(List<UUID> proposals) {
		for (int i = 0; i < 10; i++) {
			for (String bot : List.of("trend", "reversion", "pair")) {
				Message<TradeProposed> idea = buys(bot, bot.equals("trend") ? "BTC/USD" : "ETH/USD", "900", clock.instant());
				wire.sendTwice(Topics.PROPOSALS, bot, idea);
				proposals.add(idea.id());
			}
		}
	}

	private List<UUID> said(List<UUID> proposals) {
		return wire.received(Topics.VERDICTS, VerdictMessage.class)
			.stream()
			.map(Message::causationId)
			.filter(proposals::contains)
			.toList();
	}

	private long verdicts() {
		return jdbc.queryForObject("select count(*) from verdicts", Long.class);
	}
}
