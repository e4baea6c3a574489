package io.vigie.executor.order;

import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.Transaction;
import io.vigie.executor.ledger.Opening;
import io.vigie.executor.ledger.Openings;
import io.vigie.executor.ledger.BookedSplit;
import io.vigie.executor.portfolio.Portfolios;
import io.vigie.executor.venue.Alpaca;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what the broker says of orders and cash: one commit for all that came with one poll. Events may come twice, late and
 * in any order; each fill and each movement is booked once.
 */
@Service
public class AccountDesk {

	private static final Logger log = LoggerFactory.getLogger(AccountDesk.class);

	private final TransactionTemplate transactions;
	private final Inbox inbox;
	private final OrderBook book;
	private final Owners owners;
	private final Lineage lineage;
	private final Openings openings;
	private final Alpaca venue;
	private final JdbcTemplate jdbc;
	private final Clock clock;

	AccountDesk(TransactionTemplate transactions, Inbox inbox, OrderBook book, Owners owners, Lineage lineage, Openings openings, Alpaca venue,
			JdbcTemplate jdbc, Clock clock) {
		this.transactions = transactions;
		this.inbox = inbox;
		this.book = book;
		this.owners = owners;
		this.lineage = lineage;
		this.openings = openings;
		this.venue = venue;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Idempotent: by message, by fill and by activity. */
	public void book(List<Message<AccountMessage>> batch) {
		List<Message<AccountMessage>> ours = batch.stream().filter(it -> venue.accountName().equals(accountOf(it.data()))).toList();
		if (ours.isEmpty()) {
			return;
		}
		Opening opening = openings.of(venue.accountName());
		List<Order> known = owners.of(ours);
		Lineage.Found found = lineage.of(ours, known);
		List<Order> concerned = Stream.concat(known.stream(), found.ancestors().stream()).toList();
		transactions.executeWithoutResult(_ -> commit(ours, concerned, found.heirs(), opening));
	}

	private void commit(List<Message<AccountMessage>> batch, List<Order> known, Map<String, Heir> heirs, Opening opening) {
		List<String> keys = batch.stream().map(Message::data).filter(CashMoved.class::isInstance).map(CashMoved.class::cast)
			.map(CashBooking::key).toList();
		var trip = new Trip(jdbc);
		Supplier<Changes> opened = isShared(batch) ? book.openAll(trip, known, keys)
				: book.open(trip, needsReserve(batch, known) ? List.of(Bots.RESERVE) : List.of(), known, keys);
		Supplier<List<Message<AccountMessage>>> fresh = inbox.fresh(trip, "account-events", batch);
		trip.go();
		Changes changes = opened.get();
		for (Message<AccountMessage> message : fresh.get()) {
			switch (message.data()) {
				case OrderUpdated told -> update(changes, message, told, heirs.get(told.venueOrderId()), opening);
				case CashMoved moved -> move(changes, message, moved, opening);
			}
		}
		book.write(changes);
	}

	private void update(Changes changes, Message<?> message, OrderUpdated told, @Nullable Heir heir, Opening opening) {
		Order order = changes.find(told.venueOrderId(), told.clientOrderId()).orElse(null);
		if (order == null) {
			order = Successor.of(changes, told, heir, clock.instant()).orElse(null);
			if (order != null) {
				log.atInfo().addKeyValue("venue_order_id", told.venueOrderId()).addKeyValue("replaces", told.replaces()).log("Order goes on as another");
				changes.add(order, null, told.occurredAt());
			}
		}
		if (order == null) {
			order = opening.covers(told.occurredAt()) ? null : Foreign.adopt(told, message, clock.instant()).orElse(null);
			if (order == null) {
				return;
			}
			log.atInfo().addKeyValue("venue_order_id", told.venueOrderId()).addKeyValue("symbol", told.symbol()).log("Foreign order adopted");
			changes.add(order, null, told.occurredAt());
		}
		changes.knownAs(order.id(), told.venueOrderId());
		VenueWords.apply(changes, order, told, message.id());
	}

	private void move(Changes changes, Message<?> message, CashMoved moved, Opening opening) {
		Order order = moved.venueOrderId() == null ? null : changes.find(moved.venueOrderId(), "").orElse(null);
		if (!CashBooking.moves(moved) || order == null && opening.covers(moved.activityId(), moved.occurredAt())) {
			return;
		}
		String owner = order == null ? Bots.RESERVE : order.bot();
		Map<String, BigDecimal> holders = moved.symbol() == null ? Map.of() : changes.page().holders(moved.symbol());
		List<Transaction> transactions = CashBooking.of(moved, owner, holders, splitBefore(changes, moved));
		if (!changes.page().book(transactions.getFirst(), order == null ? null : order.id())) {
			return;
		}
		transactions.stream().skip(1).forEach(it -> changes.page().book(it, null));
		Chain chain = order == null ? Chain.from(message) : order.chain();
		Set<String> bots = transactions.stream().flatMap(it -> it.postings().stream()).map(it -> it.account().bot()).collect(Collectors.toSet());
		bots.forEach(bot -> changes.because(bot, new Portfolios.Because(chain.correlationId(), message.id())));
		if (order != null && CashBooking.isFee(moved) && moved.amount().signum() != 0) {
			BigDecimal paid = moved.amount().negate();
			changes.fees.add(new OrderWriter.Fee(order, paid, moved.occurredAt()));
		}
		log.atInfo().addKeyValue("bots", bots).addKeyValue("kind", moved.kind()).addKeyValue("amount", moved.amount().toPlainString()).log("Cash moved");
	}

	private @Nullable BookedSplit splitBefore(Changes changes, CashMoved moved) {
		String symbol = moved.symbol();
		return symbol == null || !CashBooking.followsASplit(moved) ? null : book.lastSplit(changes, symbol).orElse(null);
	}

	private static boolean isShared(List<Message<AccountMessage>> batch) {
		return batch.stream().anyMatch(it -> it.data() instanceof CashMoved moved && CashBooking.isShared(moved));
	}

	private static boolean needsReserve(List<Message<AccountMessage>> batch, List<Order> known) {
		return batch.stream().anyMatch(message -> switch (message.data()) {
			case OrderUpdated told -> known.stream()
				.noneMatch(it -> told.venueOrderId().equals(it.venueOrderId()) || told.clientOrderId().equals(it.clientOrderId()));
			case CashMoved moved -> known.stream().noneMatch(it -> it.venueOrderId() != null && it.venueOrderId().equals(moved.venueOrderId()));
		});
	}

	private static String accountOf(AccountMessage message) {
		return switch (message) {
			case OrderUpdated told -> told.account();
			case CashMoved moved -> moved.account();
		};
	}
}
