package io.vigie.executor.reconcile;

import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.ledger.Position;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.ledger.Plain;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.Orders;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

	Result compare() {
		var account = venue.account();
		Map<String, BigDecimal> theirs = new TreeMap<>();
		venue.positions().forEach(it -> theirs.merge(it.symbol(), it.quantity(), BigDecimal::add));
		List<VenueOrder> open = venue.openOrders();
		Set<String> openThere = open.stream().map(VenueOrder::id).collect(Collectors.toSet());
		Collection<Page.Entry> entries = books.read(books.bots());
		BigDecimal cash = entries.stream().map(it -> it.portfolio().cash()).reduce(BigDecimal.ZERO, BigDecimal::add);

		List<Drift> drifts = new ArrayList<>();
		add(drifts, "cash", account.currency(), cash, account.cash());
		Map<String, BigDecimal> ours = positions(entries);
		Set<String> symbols = new TreeSet<>(ours.keySet());
		symbols.addAll(theirs.keySet());
		symbols.forEach(it -> add(drifts, "position", it, ours.getOrDefault(it, BigDecimal.ZERO), theirs.getOrDefault(it, BigDecimal.ZERO)));
		List<Order> openHere = orders.open().stream().filter(it -> it.venueOrderId() != null).toList();
		List<Order> notThere = openHere.stream().filter(it -> !openThere.contains(it.venueOrderId())).toList();
		notThere.forEach(it -> drifts.add(Drift.of("order", String.valueOf(it.venueOrderId()), BigDecimal.ONE, BigDecimal.ZERO)));
		Set<String> notHere = new TreeSet<>(openThere);
		openHere.forEach(it -> notHere.remove(it.venueOrderId()));
		notHere.forEach(it -> drifts.add(Drift.of("order", it, BigDecimal.ZERO, BigDecimal.ONE)));
		return new Result(drifts, notThere, open.stream().filter(it -> notHere.contains(it.id())).toList(), Map.of("cash", Plain.of(cash).toPlainString(), "broker.cash", Plain.of(account.cash()).toPlainString(),
				"positions", String.valueOf(theirs.size()), "open.orders", String.valueOf(openThere.size())));
	}

	private static Map<String, BigDecimal> positions(Collection<Page.Entry> entries) {
		Map<String, BigDecimal> held = new TreeMap<>();
		entries.stream().map(Page.Entry::portfolio).map(Portfolio::positions).flatMap(it -> it.values().stream())
			.forEach((Position it) -> held.merge(it.symbol(), it.quantity(), BigDecimal::add));
		return held;
	}

	private static void add(List<Drift> drifts, String kind, String subject, BigDecimal ours, BigDecimal theirs) {
		if (ours.compareTo(theirs) != 0) {
			drifts.add(Drift.of(kind, subject, Plain.of(ours), Plain.of(theirs)));
		}
	}

	/**
	 * @param notThere orders that are open in the books and not at the broker
	 * @param notHere orders that are open at the broker and not in the books
	 */
	record Result(List<Drift> drifts, List<Order> notThere, List<VenueOrder> notHere, Map<String, String> compared) {
	}
}
