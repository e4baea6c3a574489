package io.vigie.executor.order;

import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.Answer;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueActivity;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.VenueUnavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what the venue itself says of an order: its answer to a send, or what it tells when asked. Nothing else moves an order
 * whose outcome is not known. Saying the same twice changes nothing.
 */
@Component
class Evidence {

	private static final Logger log = LoggerFactory.getLogger(Evidence.class);
	/** Venues stamp order and fill by different clocks of theirs. */
	private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

	private final TransactionTemplate transactions;
	private final OrderBook book;
	private final Orders orders;
	private final Alpaca venue;

	Evidence(TransactionTemplate transactions, OrderBook book, Orders orders, Alpaca venue) {
		this.transactions = transactions;
		this.book = book;
		this.orders = orders;
		this.venue = venue;
	}

	/**
	 * Stores that it is being sent, now: should the process die over it, the venue's "no such order" proves nothing before this
	 * send can't arrive any more.
	 */
	void leaves(Order order) {
		if (order.life().state() == OrderState.SENT) {
			say(order, new OrderEvent.AnswerLost("the answer to an earlier send was never stored"), new OrderEvent.Sent());
		}
		else {
			say(order, new OrderEvent.Sent());
		}
	}

	/** @param again whether an earlier send of this order may have arrived */
	void take(Order order, Answer answer, boolean again) {
		switch (answer) {
			case Answer.Placed(VenueOrder placed) -> book(order, placed, true);
			case Answer.Rejected(String reason) -> {
				if (!again || !lookUp(order)) {
					say(order, new OrderEvent.Sent(), new OrderEvent.Reported(OrderState.REJECTED, BigDecimal.ZERO, reason));
				}
			}
			case Answer.SeenBefore(String reason) -> {
				if (!lookUp(order)) {
					say(order, new OrderEvent.Sent(), new OrderEvent.AnswerLost(reason));
				}
			}
			case Answer.Lost(String reason) -> say(order, new OrderEvent.Sent(), new OrderEvent.AnswerLost(reason));
			case Answer.NotSent(String reason) -> log.atWarn().addKeyValue("order_id", order.id()).addKeyValue("cause", reason)
				.log("Order could not be sent, trying again");
		}
	}

	/**
	 * Asks the venue and books what it says; false where it has no such order, neither by its name nor among those that are open:
	 * venues index names later than they take orders.
	 */
	boolean lookUp(Order order) {
		Optional<VenueOrder> seen = order.venueOrderId() == null
				? venue.byClientOrderId(order.clientOrderId()).or(() -> amongOpen(order))
				: venue.byId(order.venueOrderId());
		seen.ifPresent(it -> book(order, it, false));
		return seen.isPresent();
	}

	private Optional<VenueOrder> amongOpen(Order order) {
		return venue.openOrders().stream().filter(it -> it.clientOrderId().equals(order.clientOrderId())).findFirst();
	}

	/** Events that the venue had no part in, or whose words need no order of the venue's. */
	void say(Order order, OrderEvent... events) {
		transactions.executeWithoutResult(_ -> {
			Changes changes = book.open(List.of(), List.of(order), List.of());
			for (OrderEvent event : events) {
				changes.apply(order.id(), event, order.decidedAt(), order.chain().causationId());
			}
			book.write(changes);
		});
	}

	void book(Order order, VenueOrder told, boolean justSent) {
		VenueOrder seen = withLegs(order, told);
		List<Fill> fills = fills(order, seen);
		List<Order> legs = Objects.requireNonNull(transactions.execute(_ -> commit(order, seen, justSent, fills)));
		for (VenueOrder leg : seen.legs()) {
			legs.stream().filter(it -> leg.id().equals(it.venueOrderId()) && differs(it, leg)).forEach(it -> book(it, leg, false));
		}
	}

	private List<Order> commit(Order order, VenueOrder seen, boolean justSent, List<Fill> fills) {
		List<Order> concerned = new ArrayList<>(orders.known(seen.legs().stream().map(VenueOrder::id).toList(), List.of()));
		concerned.add(order);
		Changes changes = book.open(List.of(), concerned, List.of());
		if (justSent) {
			changes.apply(order.id(), new OrderEvent.Sent(), order.decidedAt(), order.chain().causationId());
		}
		changes.knownAs(order.id(), seen.id());
		follow(changes, order, seen.stopPrice());
		Instant at = seen.createdAt().isAfter(order.decidedAt()) ? seen.createdAt() : order.decidedAt();
		List<Order> legs = seen.legs().stream().map(leg -> Leg.adopt(changes, changes.order(order.id()), leg, at)).toList();
		if (order.awaitsLegs() && (!seen.legs().isEmpty() || endedUnfilled(seen))) {
			changes.amend(changes.order(order.id()).withLegsKnown());
		}
		changes.shrink(order.id(), seen.state(), seen.filledQuantity());
		for (Fill fill : fills) {
			changes.apply(order.id(), new OrderEvent.Filled(fill), fill.at(), order.chain().causationId());
		}
		changes.apply(order.id(), new OrderEvent.Reported(seen.state(), seen.filledQuantity(), "venue says " + seen.status()), at,
				order.chain().causationId());
		book.write(changes);
		return legs;
	}

	/** A stop that trails stands where the venue says. */
	private static void follow(Changes changes, Order order, @Nullable BigDecimal stop) {
		BigDecimal before = order.terms().stopPrice();
		if (order.terms().trail() != null && stop != null && (before == null || stop.compareTo(before) != 0)) {
			changes.amend(changes.order(order.id()).stoppedAt(stop));
		}
	}

	/**
	 * A bracket has legs, whether its answer names them or not: they are looked for among the symbol's orders. Where they can't be
	 * found now, the entry goes on awaiting them and is asked about again.
	 */
	private VenueOrder withLegs(Order order, VenueOrder told) {
		BigDecimal target = order.terms().takeProfit();
		BigDecimal stop = order.terms().stopLoss();
		if (!order.awaitsLegs() || !told.legs().isEmpty() || endedUnfilled(told) || target == null || stop == null) {
			return told;
		}
		try {
			List<VenueOrder> found = venue.legsOf(told, order.life().quantity(), target, stop);
			List<String> others = orders.known(found.stream().map(VenueOrder::id).toList(), List.of()).stream()
				.filter(it -> it.parentId() != null && !it.parentId().equals(order.id()) || it.isOwn()).map(Order::venueOrderId).toList();
			return told.with(found.stream().filter(it -> !others.contains(it.id())).toList());
		}
		catch (VenueUnavailable | AnswerLost e) {
			log.atWarn().addKeyValue("order_id", order.id()).addKeyValue("cause", String.valueOf(e.getMessage()))
				.log("The venue names no legs, and they can't be looked for now");
			return told;
		}
	}

	private static boolean endedUnfilled(VenueOrder seen) {
		return seen.state().isFinal() && seen.filledQuantity().signum() == 0;
	}

	/** The single fills behind a cumulative quantity that is ahead of the books. */
	private List<Fill> fills(Order order, VenueOrder seen) {
		if (seen.filledQuantity().compareTo(order.life().filled()) <= 0) {
			return List.of();
		}
		return venue.activitiesAfter(seen.createdAt().minus(CLOCKS_APART)).stream()
			.filter(it -> seen.id().equals(it.orderId()))
			.map(VenueActivity::fill)
			.filter(Objects::nonNull)
			.toList();
	}

	private static boolean differs(Order ours, VenueOrder theirs) {
		return theirs.state().isFinal() && !ours.life().isSettled() || theirs.filledQuantity().compareTo(ours.life().filled()) > 0;
	}
}
