package io.vigie.executor.order;

import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.sql.Trip;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.ledger.BookedSplit;
import io.vigie.executor.portfolio.Portfolios;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and writes {@link Changes}: orders, history, trades, ledger, holds, and what is said of them, in one transaction.
 */
@Component
class OrderBook {

	private final Books books;
	private final Orders orders;
	private final OrderWriter writer;
	private final Portfolios portfolios;
	private final Outbox outbox;
	private final Measures measures;
	private final Diary diary;
	private final JdbcTemplate jdbc;
	private final Clock clock;

	OrderBook(Books books, Orders orders, OrderWriter writer, Portfolios portfolios, Outbox outbox, Measures measures, Diary diary,
			JdbcTemplate jdbc, Clock clock) {
		this.books = books;
		this.orders = orders;
		this.writer = writer;
		this.portfolios = portfolios;
		this.outbox = outbox;
		this.measures = measures;
		this.diary = diary;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The bots' pages are opened first; the orders are read after that, so nobody else changes them until the commit.
	 *
	 * @param concerned orders as they were when it was found out whose they are
	 * @param keys of ledger transactions that may be booked besides fills
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Changes open(Collection<String> bots, Collection<Order> concerned, Collection<String> keys) {
		var trip = new Trip(jdbc);
		Supplier<Changes> changes = open(trip, bots, concerned, keys);
		trip.go();
		return changes.get();
	}

	/** The same in the company of other questions; what is asked after it on that trip is asked behind the pages' locks. */
	Supplier<Changes> open(Trip trip, Collection<String> bots, Collection<Order> concerned, Collection<String> keys) {
		Set<String> writers = new HashSet<>(bots);
		concerned.forEach(it -> writers.add(it.bot()));
		List<UUID> ids = concerned.stream().map(Order::id).distinct().toList();
		Supplier<Page> page = books.open(trip, writers, ids, keys);
		Supplier<List<Order>> now = orders.withIds(trip, ids);
		return () -> new Changes(page.get(), now.get(), clock);
	}

	/** For what concerns whoever holds a symbol. */
	Supplier<Changes> openAll(Trip trip, Collection<Order> concerned, Collection<String> keys) {
		return open(trip, books.bots(), concerned, keys);
	}

	/** The split that came before, among these changes or ever. */
	Optional<BookedSplit> lastSplit(Changes changes, String symbol) {
		return changes.page().lastSplit(symbol).or(() -> books.lastSplit(symbol));
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void write(Changes changes) {
		var trip = new Trip(jdbc);
		changes.page().write(trip);
		writer.write(trip, changes);
		Runnable portfoliosNow = portfolios.telling(trip, changes.page(), changes.changedBots());
		trip.go();
		changes.said.forEach(this::say);
		portfoliosNow.run();
		measures.after(changes);
		diary.after(changes);
	}

	private void say(Changes.Said said) {
		Order order = said.order();
		Trade trade = said.trade();
		OrderMessage data = trade == null ? changed(said) : booked(trade);
		UUID id = trade == null ? Ids.named("order", order.id(), order.changes()) : trade.id();
		outbox.append(Topics.ORDERS, order.bot(), new Message<>(id, "executor", Message.ALL, data.contractVersion(), clock.instant(),
				order.chain().correlationId(), said.cause(), data));
	}

	private static OrderChanged changed(Changes.Said said) {
		Order order = said.order();
		OrderTerms terms = order.terms();
		return new OrderChanged(order.bot(), order.id(), order.clientOrderId(), order.venueOrderId(), order.proposalId(), order.parentId(),
				terms.symbol(), terms.side(), terms.type(), terms.role(), order.life().quantity(), order.life().filled(),
				order.life().fills().averagePrice(), terms.limitPrice(), terms.stopPrice(), order.life().state(), order.life().reason(),
				said.sequence(), said.at());
	}

	private static TradeBooked booked(Trade trade) {
		Order order = trade.order();
		return new TradeBooked(order.bot(), trade.id(), order.id(), order.proposalId(), order.terms().symbol(), order.terms().side(),
				order.terms().role(), trade.fill().quantity(), trade.fill().price(), BigDecimal.ZERO, trade.realised(),
				trade.ledgerSequence(), trade.fill().at());
	}
}
