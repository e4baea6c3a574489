package io.vigie.risk;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static io.vigie.risk.RiskFixtures.entry;
import static io.vigie.risk.RiskFixtures.exit;
import static io.vigie.risk.RiskFixtures.link;
import static io.vigie.risk.RiskFixtures.portfolio;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.PlatformTest;
import io.vigie.common.testing.Wire;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.risk.Gate;
import io.vigie.engine.risk.RuleResult;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What risk answers, on the wire; everything is said to it twice. */
@PlatformTest
class RiskServiceIT {

	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private Clock clock;

	@BeforeEach
	void forget() {
		jdbc.execute("truncate portfolios, holds, closings, verdicts, links");
	}

	@AfterEach
	void holdsAreCovered() {
		assertThat(jdbc.queryForList("""
				select p.bot from portfolios p join holds h on h.bot = p.bot
				where h.ended_sequence is null or h.ended_sequence > p.sequence
				group by p.bot, p.cash having sum(h.amount) > p.cash""", String.class)).isEmpty();
	}

	@Test
	void approvesOnceSizedProtectedAndHeld() {
		knows("trend", 1, "25000");
		Message<TradeProposed> idea = buys("trend", "BTC/USD", "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", idea);
		ProposalApproved verdict = approved(idea);
		assertThat(verdict.quantity()).isEqualByComparingTo("5.5555");
		assertThat(verdict.stopLoss()).isEqualByComparingTo("882");
		assertThat(verdict.takeProfit()).isEqualByComparingTo("936");
		assertThat(verdict.hold()).isEqualByComparingTo("5062.57437375");
		assertThat(verdict.rules()).extracting(RuleResult::rule).isEqualTo(Gate.standard().entryRules());
		assertThat(verdict.proposal()).isEqualTo(idea.data());
		assertSaidOnce(idea);
		assertThat(heldBy("trend")).isEqualByComparingTo(verdict.hold());
	}

	@Test
	void namesTheVerdictAfterItsProposal() {
		knows("trend", 1, "25000");
		Message<TradeProposed> idea = buys("trend", "BTC/USD", "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", idea);
		Message<?> verdict = verdict(idea);
		assertThat(verdict.id()).isEqualTo(Ids.named("verdict", idea.id()));
		assertThat(verdict.causationId()).isEqualTo(idea.id());
		assertThat(verdict.correlationId()).isEqualTo(idea.correlationId());
	}

	@Test
	void refusesWithoutPortfolio() {
		assertThat(refusal("trend", "BTC/USD").reason()).contains("portfolio: No portfolio");
	}

	@Test
	void refusesSymbolThatTheBotDoesNotTrade() {
		knows("trend", 1, "25000");
		assertThat(refusal("trend", "AAPL").reason()).startsWith("instrument: ");
	}

	@Test
	void refusesBotThatNobodyKnows() {
		assertThat(refusal("nobody", "BTC/USD").reason()).startsWith("bot: No bot is named nobody");
	}

	@Test
	void refusesEntryButNotExitWhileALinkIsBroken() {
		knows("trend", 1, "25000", position("BTC/USD", "5", "900"));
		knows("reversion", 1, "25000");
		hears("crypto-feed", LinkState.STALE);
		hears("stock-feed", LinkState.DOWN);
		assertThat(refusal("reversion", "ETH/USD").reason()).isEqualTo("connection: Down or silent: crypto-feed.");
		Message<TradeProposed> way = closes("trend", "BTC/USD", "880", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", way);
		assertThat(approved(way).quantity()).isEqualByComparingTo("5");
		hears("crypto-feed", LinkState.UP);
		Message<TradeProposed> again = buys("reversion", "ETH/USD", "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "reversion", again);
		approved(again);
	}

	@Test
	void refusesWhatWaitedTooLongButLetsExitsThrough() {
		knows("trend", 1, "25000", position("BTC/USD", "5", "900"));
		knows("reversion", 1, "25000");
		Message<TradeProposed> late = buys("reversion", "ETH/USD", "900", clock.instant().minusSeconds(31));
		wire.sendTwice(Topics.PROPOSALS, "reversion", late);
		assertThat(refused(late).reason()).startsWith("late-proposal: ");
		Message<TradeProposed> way = closes("trend", "BTC/USD", "880", clock.instant().minusSeconds(3600));
		wire.sendTwice(Topics.PROPOSALS, "trend", way);
		approved(way);
	}

	@Test
	void holdsCashUntilThePortfolioIncludesTheEndOfTheOrder() {
		knows("trend", 1, "6000");
		UUID first = granted("trend", "BTC/USD");
		wire.sendTwice(Topics.ORDERS, "trend", entry("trend", first, "BTC/USD", OrderState.FILLED, 3));
		await().until(() -> ended(first));
		assertThat(refusal("trend", "BTC/USD").reason()).as("portfolio 1 leaves the fill out").startsWith("duplicate: ");
		knows("trend", 2, "6000");
		assertThat(refusal("trend", "BTC/USD").reason()).as("so does portfolio 2").startsWith("duplicate: ");
		knows("trend", 3, "1000");
		Message<TradeProposed> next = buys("trend", "BTC/USD", "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", next);
		assertThat(approved(next).hold()).isLessThanOrEqualTo(new BigDecimal("1000"));
	}

	@Test
	void holdsCashUntilTheOrderEndsWhenThePortfolioComesFirst() {
		knows("trend", 1, "6000");
		UUID first = granted("trend", "BTC/USD");
		knows("trend", 3, "6000");
		assertThat(refusal("trend", "BTC/USD").reason()).as("the order has not ended").startsWith("duplicate: ");
		wire.sendTwice(Topics.ORDERS, "trend", entry("trend", first, "BTC/USD", OrderState.CANCELED, 3));
		await().until(() -> ended(first));
		granted("trend", "BTC/USD");
	}

	@Test
	void keepsTheHoldThroughEveryStateThatIsNotFinal() {
		knows("trend", 1, "25000");
		UUID first = granted("trend", "BTC/USD");
		for (OrderState state : List.of(OrderState.INTENDED, OrderState.SENT, OrderState.UNKNOWN, OrderState.ACCEPTED,
				OrderState.PARTIALLY_FILLED)) {
			wire.sendTwice(Topics.ORDERS, "trend", entry("trend", first, "BTC/USD", state, 1));
		}
		UUID marker = UUID.randomUUID();
		wire.sendTwice(Topics.ORDERS, "trend", exit("trend", marker, "BTC/USD", "1", OrderState.SENT, 1));
		await().until(() -> jdbc.queryForObject("select count(*) from closings where order_id = ?", Long.class, marker) == 1);
		assertThat(ended(first)).isFalse();
		assertThat(refusal("trend", "BTC/USD").reason()).startsWith("duplicate: ");
	}

	@Test
	void ignoresAnOlderPortfolio() {
		knows("trend", 5, "100");
		wire.sendTwice(Topics.PORTFOLIOS, "trend", portfolio("trend", 4, "25000"));
		knows("reversion", 1, "25000");
		assertThat(jdbc.queryForObject("select cash from portfolios where bot = 'trend'", BigDecimal.class)).isEqualByComparingTo("100");
	}

	@Test
	void doesNotSellTheSameTwice() {
		knows("trend", 7, "20000", position("BTC/USD", "5", "900"));
		UUID order = UUID.randomUUID();
		wire.sendTwice(Topics.ORDERS, "trend", exit("trend", order, "BTC/USD", "5", OrderState.UNKNOWN, 7));
		await().until(() -> jdbc.queryForObject("select count(*) from closings", Long.class) == 1);
		Message<TradeProposed> twice = closes("trend", "BTC/USD", "880", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", twice);
		assertThat(refused(twice).reason()).contains("being sold already");
		wire.sendTwice(Topics.ORDERS, "trend", exit("trend", order, "BTC/USD", "5", OrderState.CANCELED, 7));
		await().until(() -> jdbc.queryForObject("select ended_sequence from closings", Long.class) != null);
		Message<TradeProposed> again = closes("trend", "BTC/USD", "880", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, "trend", again);
		approved(again);
	}

	private void knows(String bot, long sequence, String cash, io.vigie.common.message.PositionView... positions) {
		wire.sendTwice(Topics.PORTFOLIOS, bot, portfolio(bot, sequence, cash, positions));
		await().until(() -> jdbc.queryForList("select sequence from portfolios where bot = ?", Long.class, bot).equals(List.of(sequence)));
	}

	private void hears(String link, LinkState state) {
		wire.sendTwice(Topics.CONNECTIONS, link, link(link, state));
		await().until(() -> jdbc.queryForList("select state from links where link = ?", String.class, link).equals(List.of(state.name())));
	}

	private UUID granted(String bot, String symbol) {
		Message<TradeProposed> idea = buys(bot, symbol, "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, bot, idea);
		approved(idea);
		return idea.id();
	}

	private ProposalRefused refusal(String bot, String symbol) {
		Message<TradeProposed> idea = buys(bot, symbol, "900", clock.instant());
		wire.sendTwice(Topics.PROPOSALS, bot, idea);
		return refused(idea);
	}

	private ProposalApproved approved(Message<TradeProposed> idea) {
		assertThat(verdict(idea).data()).isInstanceOf(ProposalApproved.class);
		return (ProposalApproved) verdict(idea).data();
	}

	private ProposalRefused refused(Message<TradeProposed> idea) {
		assertThat(verdict(idea).data()).isInstanceOf(ProposalRefused.class);
		return (ProposalRefused) verdict(idea).data();
	}

	private Message<VerdictMessage> verdict(Message<TradeProposed> idea) {
		return wire.await(Topics.VERDICTS, VerdictMessage.class, it -> proposalOf(it).equals(idea.id()));
	}

	private void assertSaidOnce(Message<TradeProposed> idea) {
		granted("trend-marker", idea);
		assertThat(wire.received(Topics.VERDICTS, VerdictMessage.class)).filteredOn(it -> proposalOf(it.data()).equals(idea.id())).hasSize(1);
		assertThat(jdbc.queryForObject("select count(*) from verdicts where proposal_id = ?", Long.class, idea.id())).isOne();
		assertThat(jdbc.queryForObject("select count(*) from holds where proposal_id = ?", Long.class, idea.id())).isOne();
	}

	/** Something said later on the same key has been answered: whatever came before it has had its chance. */
	private void granted(String why, Message<TradeProposed> before) {
		Message<TradeProposed> later = buys(before.data().bot(), before.data().symbol(), "900", clock.instant());
		wire.send(Topics.PROPOSALS, before.data().bot(), later);
		assertThat(refused(later).reason()).as(why).startsWith("duplicate: ");
	}

	private boolean ended(UUID proposal) {
		return jdbc.queryForList("select ended_sequence from holds where proposal_id = ? and ended_sequence is not null", Long.class, proposal)
			.size() == 1;
	}

	private BigDecimal heldBy(String bot) {
		return jdbc.queryForObject("select sum(amount) from holds where bot = ?", BigDecimal.class, bot);
	}

	private static UUID proposalOf(VerdictMessage verdict) {
		return switch (verdict) {
			case ProposalApproved it -> it.proposalId();
			case ProposalRefused it -> it.proposalId();
		};
	}
}
