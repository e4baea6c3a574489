package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeProposed;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Several instances decide on the same purse at the same time, as they may while partitions move from one to another. A desk
 * keeps nothing in memory, so two threads on two database connections are two instances.
 */
@RiskTest
class ConcurrencyIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private DecisionDesk desk;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private Clock clock;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
	}

	@AfterEach
	void holdsAreCovered() {
		neighbours.assertHoldsAreCovered();
	}

	/** The cash is good for one least order of bitcoin or ether, never for both. */
	@RepeatedTest(10)
	void neverApproveTogetherWhatOneMayNot() throws Exception {
		neighbours.tellPortfolio("pair", 1, "1.50", position("AAPL", "50", "480"));
		Instances.together(() -> desk.decide(List.of(cast(buys("pair", "BTC/USD", "900", clock.instant())))),
				() -> desk.decide(List.of(cast(buys("pair", "ETH/USD", "900", clock.instant())))));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isEqualTo(2);
		assertThat(jdbc.queryForObject("select count(*) from verdicts where approved", Long.class)).isOne();
		assertThat(jdbc.queryForObject("select count(*) from holds", Long.class)).isOne();
	}

	@RepeatedTest(5)
	void decideTheSameMessageOnce() throws Exception {
		neighbours.tellPortfolio("pair", 1, "25000");
		Message<ProposalMessage> idea = cast(buys("pair", "BTC/USD", "900", clock.instant()));
		Instances.together(() -> desk.decide(List.of(idea)), () -> desk.decide(List.of(idea)));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isOne();
		assertThat(jdbc.queryForObject("select count(*) from holds", Long.class)).isOne();
	}

	@RepeatedTest(5)
	void neverWaitForEachOtherWhenTheyLockSeveralBots() throws Exception {
		neighbours.tellPortfolio("pair", 1, "25000");
		neighbours.tellPortfolio("trend", 1, "25000");
		Instances.together(
				() -> desk.decide(List.of(cast(buys("pair", "BTC/USD", "900", clock.instant())), cast(buys("trend", "BTC/USD", "900", clock.instant())))),
				() -> desk.decide(List.of(cast(buys("trend", "BTC/USD", "900", clock.instant())), cast(buys("pair", "BTC/USD", "900", clock.instant())))));
		assertThat(jdbc.queryForObject("select count(*) from verdicts where approved", Long.class)).isEqualTo(2);
	}

	@Test
	void spendsNothingTwiceWithinOneBatch() {
		neighbours.tellPortfolio("pair", 1, "1.50", position("AAPL", "50", "480"));
		desk.decide(List.of(cast(buys("pair", "BTC/USD", "900", clock.instant())), cast(buys("pair", "ETH/USD", "900", clock.instant())),
				cast(buys("pair", "BTC/USD", "900", clock.instant()))));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isEqualTo(3);
		assertThat(jdbc.queryForObject("select count(*) from verdicts where approved", Long.class)).isOne();
	}

	@SuppressWarnings("unchecked")
	private static Message<ProposalMessage> cast(Message<TradeProposed> message) {
		return (Message<ProposalMessage>) (Message<?>) message;
	}
}
