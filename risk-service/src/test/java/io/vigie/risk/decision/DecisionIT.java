package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static io.vigie.risk.RiskFixtures.portfolio;
import static io.vigie.risk.RiskFixtures.position;
import static io.vigie.risk.RiskFixtures.proposes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.engine.risk.Gate;
import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.strategy.Action;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import io.vigie.risk.portfolio.PortfolioDesk;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What risk answers, on the wire; everything is said to it twice. */
@RiskTest
class DecisionIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private PortfolioDesk desk;
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

	@Test
	void approvesOnceSizedProtectedAndHeld() {
		neighbours.tellPortfolio("trend", 1, "25000");
		Message<TradeProposed> idea = neighbours.propose(buys("trend", "BTC/USD", "900", clock.instant()));
		ProposalApproved verdict = neighbours.approved(idea);
		assertThat(verdict.quantity()).isEqualByComparingTo("5.5555");
		assertThat(verdict.stopLoss()).isEqualByComparingTo("882");
		assertThat(verdict.takeProfit()).isEqualByComparingTo("936");
		assertThat(verdict.hold()).isEqualByComparingTo("5062.57437375");
		assertThat(verdict.rules()).extracting(RuleResult::rule).isEqualTo(Gate.standard().entryRules());
		assertThat(verdict.proposal()).isEqualTo(idea.data());
		assertThat(neighbours.heldBy("trend")).isEqualByComparingTo(verdict.hold());
	}

	@Test
	void decidesWhatIsDeliveredTwiceOnce() {
		neighbours.tellPortfolio("trend", 1, "25000");
		ProposalApproved verdict = neighbours.buyApproved("trend", "BTC/USD");
		// What comes later on the same key is answered later: by then, the second delivery has had its chance.
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).startsWith("duplicate: ");
		assertThat(neighbours.verdictsOf(verdict.proposalId())).isOne();
		assertThat(count("verdicts", verdict)).isOne();
		assertThat(count("holds", verdict)).isOne();
	}

	@Test
	void namesTheVerdictAfterItsProposal() {
		Message<TradeProposed> idea = neighbours.propose(buys("trend", "BTC/USD", "900", clock.instant()));
		Message<?> verdict = neighbours.verdict(idea);
		assertThat(verdict.id()).isEqualTo(Ids.named("verdict", idea.id()));
		assertThat(verdict.causationId()).isEqualTo(idea.id());
		assertThat(verdict.correlationId()).isEqualTo(idea.correlationId());
	}

	@Test
	void tellsInWordsWhatItDecided() {
		Message<TradeProposed> idea = neighbours.propose(buys("trend", "BTC/USD", "901", clock.instant()));
		neighbours.refused(idea);
		AgentLogged entry = wire.await(Topics.logs("risk"), AgentLogged.class, it -> it.text().contains("at 901")).data();
		assertThat(entry.kind()).isEqualTo(AgentLogged.Kind.DECISION);
		assertThat(entry.bot()).isEqualTo("trend");
		assertThat(entry.text()).isEqualTo("Refused BUY BTC/USD at 901. portfolio: No portfolio of this bot is known yet, so its cash is not.");
		assertThat(entry.facts()).containsEntry("result", "refused");
	}

	@Test
	void refusesWithoutPortfolio() {
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).contains("portfolio: No portfolio");
	}

	@Test
	void refusesSymbolThatTheBotDoesNotTrade() {
		neighbours.tellPortfolio("trend", 1, "25000");
		assertThat(neighbours.buyRefused("trend", "AAPL").reason()).startsWith("instrument: ");
	}

	@Test
	void refusesBotThatNobodyKnows() {
		assertThat(neighbours.buyRefused("nobody", "BTC/USD").reason()).startsWith("bot: No bot is named nobody");
	}

	@Test
	void refusesToOrderNothing() {
		neighbours.tellPortfolio("trend", 1, "25000");
		Message<TradeProposed> idle = neighbours.propose(proposes("trend", "BTC/USD", Action.HOLD, "900", clock.instant()));
		assertThat(neighbours.refused(idle).reason()).startsWith("action: ");
	}

	@Test
	void appliesTheLimitsOfTheBot() {
		neighbours.tellPortfolio("strict", 1, "25000");
		assertThat(neighbours.buyRefused("strict", "AAPL").rules()).filteredOn(it -> !it.passed()).singleElement().satisfies(it -> {
			assertThat(it.rule()).isEqualTo("confidence");
			assertThat(it.limit()).isEqualByComparingTo("0.8");
			assertThat(it.seen()).isEqualByComparingTo("0.7");
		});
	}

	@Test
	void refusesEntryButNotExitWhileALinkIsBroken() {
		neighbours.tellPortfolio("trend", 1, "25000", position("BTC/USD", "5", "900"));
		neighbours.tellPortfolio("reversion", 1, "25000");
		neighbours.tellLink("crypto-feed", LinkState.STALE);
		neighbours.tellLink("stock-feed", LinkState.DOWN);
		assertThat(neighbours.buyRefused("reversion", "ETH/USD").reason()).isEqualTo("connection: Down or silent: crypto-feed.");
		assertThat(neighbours.closeApproved("trend", "BTC/USD").quantity()).isEqualByComparingTo("5");
		neighbours.tellLink("crypto-feed", LinkState.UP);
		neighbours.buyApproved("reversion", "ETH/USD");
	}

	@Test
	void refusesWhatWaitedTooLongButLetsExitsThrough() {
		neighbours.tellPortfolio("trend", 1, "25000", position("BTC/USD", "5", "900"));
		neighbours.tellPortfolio("reversion", 1, "25000");
		Message<TradeProposed> late = neighbours.propose(buys("reversion", "ETH/USD", "900", clock.instant().minusSeconds(31)));
		assertThat(neighbours.refused(late).reason()).startsWith("late-proposal: ");
		neighbours.approved(neighbours.propose(closes("trend", "BTC/USD", "880", clock.instant().minusSeconds(3600))));
	}

	/** An account is opened before the market has spoken: its time is the wall's, far from where a recording plays. */
	@Test
	void doesNotAgeAPriceByTheTimeOfThePortfolio() {
		Message<PortfolioChanged> known = portfolio("trend", 1, "25000");
		PortfolioChanged it = known.data();
		desk.hear(List.of(Message.beginning(known.id(), "executor", Message.ALL, clock.instant(), new PortfolioChanged(it.bot(), it.sequence(),
				it.currency(), it.capital(), it.cash(), it.held(), it.positionsValue(), it.equity(), it.realised(), it.fees(), it.positions(), clock.instant()))));
		neighbours.buyApproved("trend", "BTC/USD");
	}

	private long count(String table, ProposalApproved verdict) {
		return jdbc.queryForObject("select count(*) from " + table + " where proposal_id = ?", Long.class, verdict.proposalId());
	}
}
