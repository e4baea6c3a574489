package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.risk.RuleResult;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What all bots have out together is bounded, whoever decides for whom at the same time. */
@RiskTest
class ExposureIT {

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

	/**
	 * Trend and pair want the same coin, each for a fifth of its own 25,000. Together they have 50,000, of which a quarter may be in
	 * one symbol: with 7,500 in it already, the room is good for one of them, and not for two.
	 */
	@RepeatedTest(10)
	void twoInstancesNeverApproveTogetherWhatOneMayNot() throws Exception {
		neighbours.tellPortfolio("trend", 1, "25000");
		neighbours.tellPortfolio("pair", 1, "25000");
		jdbc.update("insert into holds (proposal_id, bot, symbol, amount, approved_at) values (gen_random_uuid(), 'strict', 'BTC/USD', 7500, now())");
		Instances.together(() -> desk.decide(List.of(buy("trend", "BTC/USD"))), () -> desk.decide(List.of(buy("pair", "BTC/USD"))));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isEqualTo(2);
		assertThat(jdbc.queryForObject("select sum(amount) from holds where symbol = 'BTC/USD'", BigDecimal.class)).isLessThanOrEqualTo(new BigDecimal("12500"));
		assertThat(jdbc.queryForObject("select count(*) from verdicts where approved", Long.class)).as("the room was used").isPositive();
		jdbc.update("delete from holds where bot = 'strict'");
	}

	/** Exits lock their own bot, entries all: in whatever mixture, nobody waits for somebody who waits for him. */
	@RepeatedTest(5)
	void entriesAndExitsOfManyBotsNeverWaitInACircle() throws Exception {
		for (String bot : List.of("trend", "reversion", "pair", "strict")) {
			neighbours.tellPortfolio(bot, 1, "25000", position("MSFT", "1", "400"));
		}
		List<Runnable> instances = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			List<Message<ProposalMessage>> batch = i % 2 == 0
					? List.of(buy("strict", "AAPL"), close("pair"), buy("trend", "BTC/USD"), close("reversion"))
					: List.of(close("trend"), close("strict"), close("pair"), close("reversion"));
			instances.add(() -> desk.decide(batch));
		}
		Instances.together(instances.toArray(Runnable[]::new));
		assertThat(jdbc.queryForObject("select count(*) from verdicts", Long.class)).isEqualTo(16);
	}

	@Test
	void boundsTheSectorAcrossBots() {
		neighbours.tellPortfolio("strict", 1, "25000");
		neighbours.tellPortfolio("pair", 1, "5000", position("MSFT", "50", "400"));
		ProposalRefused refused = neighbours.refused(neighbours.propose(buys("strict", "AAPL", "900", clock.instant())));
		assertThat(refused.rules()).filteredOn(it -> it.rule().equals("exposure-sector")).singleElement().satisfies(it -> {
			assertThat(it.passed()).isFalse();
			assertThat(it.limit()).as("40 % of 50,000").isEqualByComparingTo("20000");
			assertThat(it.reason()).contains("in the sector technology");
		});
	}

	@Test
	void sizesDownToTheRoomThatIsLeft() {
		neighbours.tellPortfolio("trend", 1, "25000");
		neighbours.tellPortfolio("reversion", 1, "15000", position("BTC/USD", "10", "1000"));
		List<RuleResult> rules = neighbours.buyApproved("trend", "BTC/USD").rules();
		assertThat(rules).filteredOn(it -> it.rule().equals("exposure-symbol")).singleElement().satisfies(it -> {
			assertThat(it.limit()).isEqualByComparingTo("12500");
			assertThat(it.seen()).isBetween(new BigDecimal("12499"), new BigDecimal("12500"));
		});
	}

	@Test
	void countsWhatTheSameBatchGranted() {
		neighbours.tellPortfolio("trend", 1, "25000");
		neighbours.tellPortfolio("pair", 1, "25000");
		neighbours.tellPortfolio("reversion", 1, "1000", position("BTC/USD", "11", "1000"));
		desk.decide(List.of(buy("trend", "BTC/USD"), buy("pair", "BTC/USD")));
		assertThat(jdbc.queryForObject("select sum(amount) from holds", BigDecimal.class)).isBetween(new BigDecimal("4490"), new BigDecimal("4500"));
	}

	private Message<ProposalMessage> buy(String bot, String symbol) {
		return cast(buys(bot, symbol, "900", clock.instant()));
	}

	private Message<ProposalMessage> close(String bot) {
		return cast(closes(bot, "MSFT", "400", clock.instant()));
	}

	@SuppressWarnings("unchecked")
	private static Message<ProposalMessage> cast(Message<TradeProposed> message) {
		return (Message<ProposalMessage>) (Message<?>) message;
	}
}
