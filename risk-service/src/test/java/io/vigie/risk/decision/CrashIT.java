package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.buys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Death between any two steps: what was committed is said after all, and what was not is as if it had never been. */
@RiskTest
class CrashIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private DecisionDesk desk;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private Clock clock;
	@Autowired
	@Qualifier("outboxRelay")
	private SmartLifecycle relay;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "25000");
	}

	@AfterEach
	void revive() {
		if (!relay.isRunning()) {
			relay.start();
		}
		neighbours.assertHoldsAreCovered();
	}

	@Test
	void saysAfterAllWhatWasCommittedBeforeItDied() {
		relay.stop();
		Message<TradeProposed> idea = neighbours.propose(buys("trend", "BTC/USD", "900", clock.instant()));
		await().until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 1);
		assertThat(neighbours.verdictsOf(idea.id())).isZero();
		relay.start();
		neighbours.approved(idea);
		await().until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
		assertThat(neighbours.verdictsOf(idea.id())).isOne();
	}

	@Test
	void decidesAgainWhatWasRolledBack() {
		Message<ProposalMessage> idea = cast(buys("trend", "BTC/USD", "900", clock.instant()));
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
			desk.decide(List.of(idea));
			throw new IllegalStateException("died before the commit");
		})).hasMessageContaining("died");
		assertThat(neighbours.heldBy("trend")).isZero();
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isZero();
		wire.sendTwice(Topics.PROPOSALS, "trend", idea);
		await().until(() -> neighbours.verdictsOf(idea.id()) == 1);
		assertThat(jdbc.queryForObject("select count(*) from holds", Long.class)).isOne();
	}

	@Test
	void absorbsWhatComesAgainBecauseItDiedBeforeItCouldTellTheBroker() {
		Message<ProposalMessage> idea = cast(buys("trend", "BTC/USD", "900", clock.instant()));
		desk.decide(List.of(idea));
		wire.sendTwice(Topics.PROPOSALS, "trend", idea);
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).startsWith("duplicate: ");
		assertThat(neighbours.verdictsOf(idea.id())).isOne();
		assertThat(jdbc.queryForObject("select count(*) from holds", Long.class)).isOne();
	}

	@Test
	void leavesNoTraceOfARehearsal() {
		Message<ProposalMessage> idea = cast(buys("trend", "BTC/USD", "900", clock.instant()));
		desk.rehearse(List.of(idea));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isZero();
		assertThat(neighbours.heldBy("trend")).isZero();
		assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class)).isZero();
		wire.sendTwice(Topics.PROPOSALS, "trend", idea);
		await().until(() -> neighbours.verdictsOf(idea.id()) == 1);
	}

	@SuppressWarnings("unchecked")
	private static Message<ProposalMessage> cast(Message<TradeProposed> message) {
		return (Message<ProposalMessage>) (Message<?>) message;
	}
}
