package io.vigie.executor.stop;

import io.vigie.common.message.Ids;
import io.vigie.engine.order.OrderRole;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.Orders;
import io.vigie.executor.order.OwnOrders;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.VenueRejected;
import io.vigie.executor.venue.VenueUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the account towards flat, a round at a time. Each round begins with what is stored and what the venue says, and asks the
 * venue itself what became of orders: nobody else need be there to tell. Everything in the account counts, also what was there
 * before or was ordered by hand. One thread at a time.
 */
@Component
class Closing {

	private static final Logger log = LoggerFactory.getLogger(Closing.class);
	private static final Duration ANSWERS = Duration.ofSeconds(3);
	private static final Duration REMIND_AFTER = Duration.ofSeconds(1);
	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
	private static final int MOST_DOUBLINGS = 5;

	private final Alpaca venue;
	private final Books books;
	private final Orders orders;
	private final OwnOrders own;
	private final CatchUp catchUp;
	private final Reconciliation reconciliation;
	private final Stops stops;
	private final Clock clock;
	private final Map<String, Instant> asked = new HashMap<>();
	private Instant nextReconciliation = Instant.MIN;

	Closing(Alpaca venue, Books books, Orders orders, OwnOrders own, CatchUp catchUp, Reconciliation reconciliation, Stops stops, Clock clock) {
		this.venue = venue;
		this.books = books;
		this.orders = orders;
		this.own = own;
		this.catchUp = catchUp;
		this.reconciliation = reconciliation;
		this.stops = stops;
		this.clock = clock;
	}

	/** Returns whether the account is flat: nothing open, nothing held, in the books and at the venue. */
	boolean round(Stop stop) {
		if (stop.cancelledAt() == null) {
			cancelAll();
			stops.cancelled(stop);
		}
		cancelWhatIsOpen();
		List<Holding> held = held();
		held.forEach(it -> close(stop, it));
		if (!held.isEmpty() || !orders.open().isEmpty()) {
			return false;
		}
		if (venue.positions().isEmpty() && venue.openOrders().isEmpty()) {
			return true;
		}
		explain();
		return false;
	}

	List<Holding> held() {
		return books.read(books.bots()).stream().map(Page.Entry::portfolio)
			.flatMap(portfolio -> portfolio.positions().values().stream().filter(it -> it.quantity().signum() != 0)
				.map(it -> new Holding(portfolio.bot(), it.symbol(), it.quantity())))
			.toList();
	}

	/** Once, and before anything is sold; should it fail, each round cancels one by one what is open anyway. */
	private void cancelAll() {
		asked.clear();
		try {
			venue.cancelAll();
		}
		catch (VenueUnavailable | AnswerLost | VenueRejected e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("All orders can't be cancelled at once, cancelling them one by one");
		}
	}

	/** What sells at market is left: that is what is wanted. */
	private void cancelWhatIsOpen() {
		Map<String, VenueOrder> there = venue.openOrders().stream().collect(Collectors.toMap(VenueOrder::id, Function.identity(), (one, _) -> one));
		List<Order> ours = orders.open();
		Set<String> selling = ours.stream().filter(it -> it.is(OrderRole.EXIT))
			.flatMap(it -> Stream.of(it.clientOrderId(), Objects.requireNonNullElse(it.venueOrderId(), it.clientOrderId()))).collect(Collectors.toSet());
		List<VenueOrder> unwanted = there.values().stream()
			.filter(it -> !selling.contains(it.clientOrderId()) && !selling.contains(it.id())).toList();
		List<VenueOrder> strangers = unwanted.stream().filter(it -> orders.knownToVenueAs(it.id(), it.clientOrderId()).isEmpty()).toList();
		if (!strangers.isEmpty()) {
			catchUp.adopt(strangers);
		}
		unwanted.forEach(this::cancel);
		own.settle(orders.open().stream().filter(it -> isNewsOf(it, there.get(it.venueOrderId()))).toList(), ANSWERS);
	}

	/** The venue takes a moment; it is reminded, not flooded. */
	private void cancel(VenueOrder order) {
		Instant last = asked.get(order.id());
		if (last == null || clock.instant().isAfter(last.plus(REMIND_AFTER))) {
			asked.put(order.id(), clock.instant());
			venue.cancel(order.id());
		}
	}

	/** Whether the venue knows more of it than the books. */
	private static boolean isNewsOf(Order ours, @Nullable VenueOrder theirs) {
		return ours.venueOrderId() == null || theirs == null || theirs.filledQuantity().compareTo(ours.life().filled()) > 0;
	}

	/** A name per attempt: after a crash the same attempt is found, not made again. */
	private void close(Stop stop, Holding holding) {
		for (int attempt = 0;; attempt++) {
			UUID id = Ids.named("emergency", stop.id(), holding.bot(), holding.symbol(), attempt);
			Optional<Order> made = orders.one(id);
			if (made.isEmpty()) {
				own.close(id, holding.bot(), holding.symbol(), "emergency stop: " + stop.reason());
				return;
			}
			boolean over = made.get().life().state().isFinal();
			Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
			if (!over || clock.instant().isBefore(made.get().changedAt().plus(pause))) {
				return;
			}
		}
	}

	/** The venue has what the books don't: its own history tells why, and what it tells is closed in the next round. */
	private void explain() {
		if (clock.instant().isAfter(nextReconciliation)) {
			nextReconciliation = clock.instant().plusSeconds(5);
			reconciliation.run("emergency stop");
		}
	}
}
