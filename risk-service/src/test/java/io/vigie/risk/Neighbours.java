package io.vigie.risk;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.Message;
import io.vigie.common.message.PositionView;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Analyst, sentinel and executor in one: says everything twice, and waits until risk has understood. */
public class Neighbours {

	private final Wire wire;
	private final JdbcTemplate jdbc;
	private final Clock clock;

	Neighbours(Wire wire, JdbcTemplate jdbc, Clock clock) {
		this.wire = wire;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public void forgetEverything() {
		jdbc.execute("truncate portfolios, holds, closings, verdicts, links, breakers, trading_states, locks, sales, equity_bars, listings");
	}

	/** The invariant that every test ends with: no bot's holds exceed its cash. */
	public void assertHoldsAreCovered() {
		assertThat(jdbc.queryForList("""
				select h.bot from holds h left join portfolios p on p.bot = h.bot
				where h.ended_sequence is null or h.ended_sequence > coalesce(p.sequence, -1)
				group by h.bot, p.cash having sum(h.amount) > coalesce(p.cash, 0)""", String.class)).isEmpty();
	}

	public void tellPortfolio(String bot, long sequence, String cash, PositionView... positions) {
		wire.sendTwice(Topics.PORTFOLIOS, bot, RiskFixtures.portfolio(bot, sequence, cash, positions));
		await().until(() -> jdbc.queryForList("select sequence from portfolios where bot = ?", Long.class, bot)
			.equals(List.of(sequence)));
	}

	public void tellLink(String link, LinkState state) {
		wire.sendTwice(Topics.CONNECTIONS, link, RiskFixtures.link(link, state));
		await().until(() -> jdbc.queryForList("select state from links where link = ?", String.class, link)
			.equals(List.of(state.name())));
	}

	public void tellListing(Listing listing) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		wire.sendTwice(Topics.LISTINGS, listing.symbol(), Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, now, new ListingRead(listing, now)));
		await().until(() -> jdbc.queryForList("select read_at from listings where symbol = ?", Timestamp.class, listing.symbol())
			.equals(List.of(Timestamp.from(now))));
	}

	public Message<TradeProposed> propose(Message<TradeProposed> idea) {
		wire.sendTwice(Topics.PROPOSALS, idea.data().bot(), idea);
		return idea;
	}

	public ProposalApproved buyApproved(String bot, String symbol) {
		return approved(propose(buys(bot, symbol, "900", clock.instant())));
	}

	public ProposalRefused buyRefused(String bot, String symbol) {
		return refused(propose(buys(bot, symbol, "900", clock.instant())));
	}

	public ProposalApproved closeApproved(String bot, String symbol) {
		return approved(propose(closes(bot, symbol, "880", clock.instant())));
	}

	public ProposalRefused closeRefused(String bot, String symbol) {
		return refused(propose(closes(bot, symbol, "880", clock.instant())));
	}

	public ProposalApproved approved(Message<TradeProposed> idea) {
		VerdictMessage verdict = verdict(idea).data();
		assertThat(verdict).isInstanceOf(ProposalApproved.class);
		return (ProposalApproved) verdict;
	}

	public ProposalRefused refused(Message<TradeProposed> idea) {
		VerdictMessage verdict = verdict(idea).data();
		assertThat(verdict).isInstanceOf(ProposalRefused.class);
		return (ProposalRefused) verdict;
	}

	public Message<VerdictMessage> verdict(Message<TradeProposed> idea) {
		return wire.await(Topics.VERDICTS, VerdictMessage.class, it -> proposalOf(it).equals(idea.id()));
	}

	public long verdictsOf(UUID proposal) {
		return wire.received(Topics.VERDICTS, VerdictMessage.class).stream().filter(it -> proposalOf(it.data()).equals(proposal)).count();
	}

	public boolean hasEnded(UUID proposal) {
		return jdbc.queryForObject("select count(*) from holds where proposal_id = ? and ended_sequence is not null", Long.class, proposal) == 1;
	}

	public BigDecimal heldBy(String bot) {
		return jdbc.queryForObject("select coalesce(sum(amount), 0) from holds where bot = ?", BigDecimal.class, bot);
	}

	private static UUID proposalOf(VerdictMessage verdict) {
		return switch (verdict) {
			case ProposalApproved it -> it.proposalId();
			case ProposalRefused it -> it.proposalId();
		};
	}
}
