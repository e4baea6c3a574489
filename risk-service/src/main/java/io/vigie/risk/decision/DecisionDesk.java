package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.sql.Trip;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.risk.Gate;
import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.risk.Terms;
import io.vigie.engine.strategy.Action;
import io.vigie.risk.hold.HoldDesk;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides a batch in one transaction: what came before, the bots' locks, verdicts, holds and what is said of them are
 * committed together or not at all. A later proposal of the batch sees what an earlier one was granted.
 */
@Service
class DecisionDesk {

	private final Situations situations;
	private final HoldDesk holds;
	private final Bots bots;
	private final RiskSettings settings;
	private final Market market;
	private final Inbox inbox;
	private final Outbox outbox;
	private final Diary diary;
	private final TransactionTemplate transaction;
	private final JdbcTemplate jdbc;
	private final JsonMapper json;
	private final Clock clock;

	DecisionDesk(Situations situations, HoldDesk holds, Bots bots, RiskSettings settings, Market market, Inbox inbox,
			Outbox outbox, Diary diary, TransactionTemplate transaction, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.situations = situations;
		this.holds = holds;
		this.bots = bots;
		this.settings = settings;
		this.market = market;
		this.inbox = inbox;
		this.outbox = outbox;
		this.diary = diary;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	void decide(List<Message<ProposalMessage>> batch) {
		diary.timed(() -> transaction.execute(_ -> decideFresh(batch))).forEach(diary::tell);
	}

	/** Decides, and undoes it: nothing is kept, said or counted. */
	void rehearse(List<Message<ProposalMessage>> batch) {
		transaction.executeWithoutResult(it -> {
			var trip = new Trip(jdbc);
			record(trip, decideFresh(batch));
			trip.go();
			it.setRollbackOnly();
		});
	}

	/** Everything that a decision rests on comes in one trip, what follows from it leaves in another: the bots' rows are locked meanwhile. */
	private List<Decided> decideFresh(List<Message<ProposalMessage>> batch) {
		var trip = new Trip(jdbc);
		Supplier<List<Message<ProposalMessage>>> heard = inbox.fresh(trip, "decision", batch);
		Supplier<OpenBooks> opened = situations.lock(trip, batch.stream().map(it -> Proposals.read(it).bot()).collect(Collectors.toSet()),
				batch.stream().anyMatch(it -> Proposals.read(it).action() == Action.BUY), Proposals.earliest(batch), Proposals.latest(batch));
		trip.go();
		List<Message<ProposalMessage>> fresh = heard.get();
		List<Decided> decided = new ArrayList<>(fresh.size());
		if (fresh.isEmpty()) {
			return decided;
		}
		Instant marketTime = Proposals.latest(fresh);
		OpenBooks books = opened.get();
		for (Message<ProposalMessage> message : fresh) {
			Decided it = decide(message, Proposals.read(message), books, marketTime);
			books.grant(it);
			say(it);
			decided.add(it);
		}
		outbox.takeAlong(it -> record(it, decided));
		return decided;
	}

	private Decided decide(Message<?> message, TradeProposed proposal, OpenBooks books, Instant marketTime) {
		Optional<Bot> bot = bots.named(proposal.bot());
		if (bot.isEmpty()) {
			return new Decided(message, proposal, refused("bot", "No bot is named " + proposal.bot() + "."), proposal.decidedAt());
		}
		Optional<String> flaw = flaw(proposal);
		if (flaw.isPresent()) {
			return new Decided(message, proposal, refused("order-style", flaw.get()), proposal.decidedAt());
		}
		Situation situation = books.of(bot.get());
		Ruling ruling = switch (proposal.action()) {
			case BUY -> Gate.standard().judge(situation.idea(message, proposal, bot.get().symbols().contains(proposal.symbol())
					? terms(proposal).orElse(null) : null, books.exposure(proposal.bot(), proposal.symbol()),
					books.past(proposal.bot(), proposal.decidedAt()), marketTime, clock.instant()), settings.limits(bot.get().risk()));
			case CLOSE -> Gate.standard().judge(situation.exit(proposal));
			case HOLD -> refused("action", "To hold is nothing that could be ordered.");
		};
		return new Decided(message, proposal, ruling, proposal.decidedAt());
	}

	/** Of the way it is to be bought or sold; an unknown instrument is for its own rule to refuse. */
	private Optional<String> flaw(TradeProposed proposal) {
		OrderStyle style = proposal.style();
		if (style == null) {
			return Optional.empty();
		}
		Side side = proposal.action() == Action.BUY ? Side.BUY : Side.SELL;
		return terms(proposal).flatMap(it -> style.flaw(side, it.instrument()))
			.or(() -> side == Side.SELL ? style.flawAt(proposal.price()) : Optional.empty());
	}

	/** Lots that are coarser than the venue's are for what is sized here, not for who names a finer amount. */
	private Optional<Terms> terms(TradeProposed proposal) {
		OrderStyle style = proposal.style();
		return market.terms(proposal.symbol()).map(it -> style != null && style.isFinerThan(it.instrument()) ? it.refined() : it);
	}

	private void record(Trip trip, List<Decided> decided) {
		Instant now = clock.instant();
		Verdict.ROWS.insert(trip, decided.stream().map(it -> new Verdict(it.message().id(), it.message().correlationId(), it.proposal(), it.ruling(),
				it.inWords(), json.writeValueAsString(it.ruling().rules()), it.marketAt(), now)).toList());
		holds.hold(trip, decided.stream().flatMap(it -> it.holds(now).stream()).toList());
	}

	private void say(Decided it) {
		UUID proposalId = it.message().id();
		TradeProposed proposal = it.proposal();
		VerdictMessage verdict = switch (it.ruling()) {
			case Ruling.Approved granted -> new ProposalApproved(proposalId, proposal, granted.quantity(), granted.stopLoss(),
					granted.takeProfit(), granted.hold(), granted.rules(), it.marketAt(), granted.notional());
			case Ruling.Refused refused ->
				new ProposalRefused(proposalId, proposal, refused.rules(), refused.reason(), it.marketAt());
		};
		outbox.append(Topics.VERDICTS, proposal.bot(),
				it.message().leadsTo(Ids.named("verdict", proposalId), "risk", "executor", clock.instant(), verdict));
	}

	private static Ruling refused(String rule, String reason) {
		return new Ruling.Refused(List.of(RuleResult.atLeast(rule, BigDecimal.ONE, BigDecimal.ZERO, reason)));
	}
}
