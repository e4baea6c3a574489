package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The executor's books against the venue's record. A pure comparison; the market must stand still for both to be of one moment. */
final class Audit {

	private final Books.Page books;

	private final VenueRecord venue;

	private final List<Finding> findings = new ArrayList<>();

	private Audit(Books.Page books, VenueRecord venue) {
		this.books = books;
		this.venue = venue;
	}

	static List<Finding> of(Books.Page books, VenueRecord venue) {
		Audit audit = new Audit(books, venue);
		audit.doubledOrders();
		audit.lostOrders();
		audit.fills();
		audit.ledger();
		return List.copyOf(audit.findings);
	}

	/** How much there was to compare: books that agree because both are empty prove nothing. */
	static String compared(Books.Page books, VenueRecord venue) {
		return "Compared: %d orders in the books with %d at the venue, %d fills with executions of %d orders, %s USD with %s.".formatted(
				books.orders().size(), venue.orders().size(), books.fills().size(), venue.filled().size(), text(books.cash()), text(venue.cash()));
	}

	/** One intention, two orders; or an order at the venue that nobody here intended. */
	private void doubledOrders() {
		Map<String, Books.Order> first = new HashMap<>();
		for (Books.Order order : books.orders()) {
			boolean asked = !order.proposal().isEmpty() && ("ENTRY".equals(order.role()) || "EXIT".equals(order.role()));
			Books.Order before = asked ? first.putIfAbsent(order.proposal() + order.role(), order) : null;
			if (before != null) {
				findings.add(Finding.order(Finding.Kind.DOUBLED_ORDER, "proposal %s became %s and %s".formatted(order.proposal(), before.clientId(),
						order.clientId()), order.intended()));
			}
		}
		Set<String> known = books.orders().stream().map(Books.Order::venueId).collect(Collectors.toSet());
		Set<String> clientIds = new HashSet<>();
		for (VenueRecord.VenueOrder order : venue.orders()) {
			if (!clientIds.add(order.clientId())) {
				findings.add(Finding.atVenue(Finding.Kind.DOUBLED_ORDER, "the venue has %s twice".formatted(order.clientId()), order.at()));
			}
			else if (!known.contains(order.id())) {
				findings.add(Finding.atVenue(Finding.Kind.DOUBLED_ORDER, "the venue has %s %s %s (%s), the books do not".formatted(order.side(),
						order.symbol(), order.clientId(), order.id()), order.at()));
			}
		}
	}

	/** Believed to be at the venue, which knows nothing of it; still in doubt after all is over; or approved and never heard of again. */
	private void lostOrders() {
		Set<String> atVenue = venue.orders().stream().map(VenueRecord.VenueOrder::id).collect(Collectors.toSet());
		for (Books.Order order : books.orders()) {
			if (!order.venueId().isEmpty() && !atVenue.contains(order.venueId())) {
				findings.add(Finding.order(Finding.Kind.LOST_ORDER, "%s %s (%s): the venue does not know it".formatted(order.role(), order.clientId(),
						order.state()), order.intended()));
			}
			else if (Set.of("INTENDED", "SENT", "UNKNOWN").contains(order.state())) {
				findings.add(Finding.order(Finding.Kind.LOST_ORDER, "%s %s is still %s".formatted(order.role(), order.clientId(), order.state()),
						order.intended()));
			}
		}
		Set<String> ordered = books.orders().stream().map(Books.Order::proposal).collect(Collectors.toSet());
		books.approved().forEach((proposal, when) -> {
			if (!ordered.contains(proposal)) {
				findings.add(Finding.order(Finding.Kind.LOST_ORDER, "proposal %s was approved and never became an order".formatted(proposal), when));
			}
		});
	}

	/** Per order: what the venue executed, and what was booked. Booked twice is as wrong as not booked. */
	private void fills() {
		Map<String, BigDecimal> booked = new HashMap<>();
		books.fills().forEach(fill -> booked.merge(fill.venueId(), fill.quantity(), BigDecimal::add));
		Map<String, VenueRecord.VenueOrder> orders = venue.orders().stream()
				.collect(Collectors.toMap(VenueRecord.VenueOrder::id, Function.identity()));
		Set<String> ids = new TreeSet<>(booked.keySet());
		ids.addAll(venue.filled().keySet());
		for (String id : ids) {
			BigDecimal here = booked.getOrDefault(id, BigDecimal.ZERO);
			BigDecimal there = venue.filled().getOrDefault(id, BigDecimal.ZERO);
			if (here.compareTo(there) != 0) {
				VenueRecord.VenueOrder order = orders.get(id);
				String what = "%s: executed %s, booked %s".formatted(order == null ? id : order.clientId(), there.toPlainString(),
						here.stripTrailingZeros().toPlainString());
				findings.add(order == null ? Finding.order(Finding.Kind.LOST_FILL, what, null)
						: Finding.atVenue(Finding.Kind.LOST_FILL, what, order.at()));
			}
		}
	}

	private void ledger() {
		BigDecimal cash = books.cash().subtract(venue.cash());
		if (cash.signum() != 0) {
			findings.add(Finding.ledger(cash, "cash is %s in the books and %s at the venue".formatted(text(books.cash()), text(venue.cash()))));
		}
		if (books.adjusted().signum() != 0) {
			findings.add(Finding.ledger(books.adjusted(), "%s were taken over from the venue without an explanation".formatted(text(books.adjusted()))));
		}
		books.unbalanced().forEach(sum -> findings.add(Finding.ledger(BigDecimal.ONE, "the ledger does not sum to zero: " + sum)));
		Set<String> symbols = new TreeSet<>(books.positions().keySet());
		symbols.addAll(venue.positions().keySet());
		for (String symbol : symbols) {
			BigDecimal here = books.positions().getOrDefault(symbol, BigDecimal.ZERO);
			BigDecimal there = Objects.requireNonNullElse(venue.positions().get(symbol), BigDecimal.ZERO);
			if (here.compareTo(there) != 0) {
				findings.add(Finding.ledger(BigDecimal.ONE, "%s: %s in the books, %s at the venue".formatted(symbol, text(here), text(there))));
			}
		}
	}

	private static String text(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}
}
