package io.vigie.executor.reconcile;

import io.vigie.common.sql.Plain;
import io.vigie.engine.ledger.Position;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.Orders;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.VenueAccount;
import io.vigie.executor.venue.VenueActivity;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.VenuePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds the sum of all bots' books against the broker's own. */
@Component
class Comparison {

	private final Alpaca venue;
	private final Books books;
	private final Orders orders;

	Comparison(Alpaca venue, Books books, Orders orders) {
		this.venue = venue;
		this.books = books;
		this.orders = orders;
	}

	Look look() {
		Optional<VenueActivity> last = venue.lastActivity();
		List<Long> sequences = sequences(books.read(books.bots()));
		VenueAccount account = venue.account();
		List<VenuePosition> held = venue.positions();
		List<VenueOrder> open = venue.openOrders();
		Collection<Page.Entry> entries = books.read(books.bots());
		List<Order> openHere = orders.open().stream().filter(it -> it.venueOrderId() != null).toList();
		boolean settled = sequences.equals(sequences(entries)) && id(venue.lastActivity()).equals(id(last));

		Map<String, VenuePosition> theirs = held.stream()
			.collect(Collectors.toMap(VenuePosition::symbol, Function.identity(), Comparison::together, TreeMap::new));
		Map<String, Position> ours = positions(entries);
		BigDecimal cash = entries.stream().map(it -> it.portfolio().cash()).reduce(BigDecimal.ZERO, BigDecimal::add);
		List<Drift> drifts = new ArrayList<>();
		add(drifts, Drift.CASH, account.currency(), cash, account.cash());
		Set<String> symbols = new TreeSet<>(ours.keySet());
		symbols.addAll(theirs.keySet());
		symbols.forEach(it -> add(drifts, Drift.POSITION, it, ours.getOrDefault(it, Position.none(it)).quantity(),
				theirs.containsKey(it) ? theirs.get(it).quantity() : BigDecimal.ZERO));

		Set<String> openThere = open.stream().map(VenueOrder::id).collect(Collectors.toSet());
		List<Order> notThere = openHere.stream().filter(it -> !openThere.contains(it.venueOrderId())).toList();
		notThere.forEach(it -> drifts.add(Drift.of(Drift.ORDER, String.valueOf(it.venueOrderId()), BigDecimal.ONE, BigDecimal.ZERO)));
		Set<String> notHere = new TreeSet<>(openThere);
		openHere.forEach(it -> notHere.remove(it.venueOrderId()));
		notHere.forEach(it -> drifts.add(Drift.of(Drift.ORDER, it, BigDecimal.ZERO, BigDecimal.ONE)));
		return new Look(drifts, settled, notThere, open.stream().filter(it -> notHere.contains(it.id())).toList(),
				ours.values().stream().collect(Collectors.toMap(Position::symbol, Position::cost)), theirs,
				last.map(VenueActivity::at).orElse(null),
				Map.of("cash", Plain.of(cash).toPlainString(), "broker.cash", Plain.of(account.cash()).toPlainString(),
						"positions", String.valueOf(theirs.size()), "open.orders", String.valueOf(openThere.size())));
	}

	private static String id(Optional<VenueActivity> last) {
		return last.map(VenueActivity::id).orElse("");
	}

	private static List<Long> sequences(Collection<Page.Entry> entries) {
		return entries.stream().map(Page.Entry::sequence).toList();
	}

	private static Map<String, Position> positions(Collection<Page.Entry> entries) {
		Map<String, Position> held = new TreeMap<>();
		entries.stream().flatMap(it -> it.portfolio().positions().values().stream()).forEach(it -> held.merge(it.symbol(), it,
				(a, b) -> new Position(a.symbol(), a.quantity().add(b.quantity()), a.cost().add(b.cost()), a.realised().add(b.realised()))));
		return held;
	}

	private static VenuePosition together(VenuePosition a, VenuePosition b) {
		BigDecimal quantity = a.quantity().add(b.quantity());
		return new VenuePosition(a.symbol(), quantity, a.averagePrice(), a.currentPrice());
	}

	private static void add(List<Drift> drifts, String kind, String subject, BigDecimal ours, BigDecimal theirs) {
		if (ours.compareTo(theirs) != 0) {
			drifts.add(Drift.of(kind, subject, Plain.of(ours), Plain.of(theirs)));
		}
	}
}
