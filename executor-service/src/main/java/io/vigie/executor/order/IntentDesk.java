package io.vigie.executor.order;

import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.sql.Trip;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.block.EntryBlocks;
import io.vigie.executor.venue.VenueLegs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns verdicts into order intents. The intent is committed with its cash held before anything is sent, so whatever happens
 * after that, the order is known and can be settled.
 */
@Service
class IntentDesk {

	private final TransactionTemplate transactions;
	private final Inbox inbox;
	private final OrderBook book;
	private final Orders orders;
	private final Placement placement;
	private final Contracts contracts;
	private final EntryBlocks blocks;
	private final VenueLegs legs;
	private final JdbcTemplate jdbc;
	private final Clock clock;

	IntentDesk(TransactionTemplate transactions, Inbox inbox, OrderBook book, Orders orders, Placement placement, Contracts contracts,
			EntryBlocks blocks, VenueLegs legs, JdbcTemplate jdbc, Clock clock) {
		this.transactions = transactions;
		this.inbox = inbox;
		this.book = book;
		this.orders = orders;
		this.placement = placement;
		this.contracts = contracts;
		this.blocks = blocks;
		this.legs = legs;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void intend(List<Message<VerdictMessage>> batch) {
		List<Order> intended = Objects.requireNonNull(transactions.execute(_ -> commit(batch)));
		intended.forEach(placement::dispatch);
	}

	private List<Order> commit(List<Message<VerdictMessage>> batch) {
		List<Message<VerdictMessage>> approvals = batch.stream().filter(it -> it.data() instanceof ProposalApproved).toList();
		if (approvals.isEmpty()) {
			return List.of();
		}
		Set<String> bots = approvals.stream().map(it -> ((ProposalApproved) it.data()).proposal().bot()).collect(Collectors.toSet());
		var trip = new Trip(jdbc);
		Supplier<Changes> opened = book.open(trip, bots, List.of(), List.of());
		Supplier<List<Message<VerdictMessage>>> fresh = inbox.fresh(trip, "verdicts", approvals);
		Supplier<List<Order>> before = orders.withIds(trip, approvals.stream().map(it -> Intent.orderId((ProposalApproved) it.data())).toList());
		Supplier<Optional<String>> why = approvals.stream().anyMatch(IntentDesk::isEntry) ? blocks.whileIntending(trip) : Optional::empty;
		trip.go();
		Changes changes = opened.get();
		List<Order> known = before.get();
		Optional<String> blocked = why.get();
		List<Order> intended = new ArrayList<>();
		for (Message<VerdictMessage> message : fresh.get()) {
			if (message.data() instanceof ProposalApproved approved) {
				Order order = Intent.of(message, approved,
						legs.atVenue(approved.proposal().symbol(), approved.quantity()), clock.instant());
				if (known.stream().noneMatch(it -> it.id().equals(order.id()))) {
					intend(changes, order, message, approved, order.is(OrderRole.ENTRY) ? blocked : Optional.empty(), intended);
				}
			}
		}
		book.write(changes);
		return intended;
	}

	private void intend(Changes changes, Order order, Message<VerdictMessage> message, ProposalApproved approved, Optional<String> blocked,
			List<Order> intended) {
		boolean covered = blocked.isEmpty() && changes.page().hold(order.bot(), order.id(), approved.hold(), approved.decidedAt());
		changes.add(order, new String(contracts.write(message), StandardCharsets.UTF_8), approved.decidedAt());
		if (covered) {
			intended.add(order);
		}
		else {
			changes.apply(order.id(), new OrderEvent.Withdrawn(blocked.map(it -> "no new entries are taken: " + it)
				.orElseGet(() -> "free cash does not cover " + approved.hold().toPlainString())), approved.decidedAt(), message.id());
		}
	}

	private static boolean isEntry(Message<VerdictMessage> message) {
		return message.data() instanceof ProposalApproved approved && approved.proposal().action() == Action.BUY;
	}
}
