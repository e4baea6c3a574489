package io.vigie.executor.order;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Execution;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.ledger.Opening;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.VenueActivity;
import io.vigie.executor.venue.VenueOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books from the broker's own history what no event told: the same fills and movements, under the same identities. */
@Component
public class CatchUp {

	private static final int CHUNK = 200;

	private final Alpaca venue;
	private final AccountDesk desk;
	private final Orders orders;
	private final JdbcClient jdbc;
	private final Clock clock;

	CatchUp(Alpaca venue, AccountDesk desk, Orders orders, JdbcClient jdbc, Clock clock) {
		this.venue = venue;
		this.desk = desk;
		this.orders = orders;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Entries of the history since then that are not in the books and belong there, oldest first. */
	public List<VenueActivity> missing(Instant since, Opening opening) {
		return unbooked(venue.activitiesAfter(since).stream().filter(it -> !isCovered(it, opening)).toList());
	}

	/** Books them as if an event had told of them; returns those that are in the books now. */
	public List<Found> book(List<VenueActivity> missing) {
		List<Message<AccountMessage>> messages = new ArrayList<>();
		for (VenueActivity activity : missing) {
			message(activity).ifPresent(it -> messages.add(
					Message.beginning(Ids.named("history", activity.id()), "executor", "executor", clock.instant(), it)));
		}
		for (int from = 0; from < messages.size(); from += CHUNK) {
			desk.book(messages.subList(from, Math.min(messages.size(), from + CHUNK)));
		}
		List<VenueActivity> unbooked = unbooked(missing);
		Set<String> foreign = foreign(missing);
		return missing.stream().filter(it -> !unbooked.contains(it))
			.map(it -> new Found(it, it.fill() == null ? Movement.of(it.kind()) : null, foreign.contains(it.orderId()))).toList();
	}

	private Set<String> foreign(List<VenueActivity> found) {
		return new HashSet<>(jdbc.sql("select venue_order_id from orders where role = 'FOREIGN' and venue_order_id = any (?::text[])")
			.param(found.stream().map(VenueActivity::orderId).filter(Objects::nonNull).distinct().toArray(String[]::new)).query(String.class).list());
	}

	private static boolean isCovered(VenueActivity activity, Opening opening) {
		return activity.fill() != null ? opening.covers(activity.at()) : opening.covers(activity.id(), activity.at());
	}

	/** Makes orders that are open at the venue and nobody knows part of the books. */
	public void adopt(List<VenueOrder> strangers) {
		List<Message<AccountMessage>> messages = new ArrayList<>();
		for (VenueOrder it : strangers) {
			messages.add(Message.beginning(Ids.next(clock.instant()), "executor", "executor", clock.instant(), new OrderUpdated(venue.accountName(), VenueEvent.ACCEPTED,
					it.id(), it.clientOrderId(), it.symbol(), it.side(), it.type(), ordered(it), it.filledQuantity(), null, null, venue.marketTime().orElseGet(clock::instant),
					"found open at the broker", it.replaces())));
		}
		desk.book(messages);
	}

	private List<VenueActivity> unbooked(List<VenueActivity> history) {
		Set<String> booked = new HashSet<>(jdbc.sql("""
				select 'activity:' || a from unnest(?::text[]) a join ledger_transactions t on t.key = 'activity:' || a""")
			.param(history.stream().map(VenueActivity::id).toArray(String[]::new)).query(String.class).list());
		jdbc.sql("""
				select o.venue_order_id, t.cumulative_quantity from trades t join orders o on o.id = t.order_id
				where o.venue_order_id = any (?::text[])""")
			.param(history.stream().map(VenueActivity::orderId).filter(Objects::nonNull).distinct().toArray(String[]::new))
			.query((row, _) -> booked.add(fillKey(row.getString(1), row.getBigDecimal(2)))).list();
		return history.stream().filter(it -> !booked.contains(key(it))).toList();
	}

	private static String key(VenueActivity activity) {
		Fill fill = activity.fill();
		return fill == null || activity.orderId() == null ? "activity:" + activity.id() : fillKey(activity.orderId(), fill.cumulativeQuantity());
	}

	private static String fillKey(String venueOrderId, BigDecimal cumulative) {
		return "fill:" + venueOrderId + ":" + cumulative.stripTrailingZeros().toPlainString();
	}

	private Optional<AccountMessage> message(VenueActivity activity) {
		Fill fill = activity.fill();
		String orderId = activity.orderId();
		if (fill == null) {
			return Optional.of(new CashMoved(venue.accountName(), activity.id(), activity.kind(), activity.symbol(), "USD", activity.amount(),
					activity.quantity(), orderId, activity.at(), activity.description()));
		}
		return orderId == null ? Optional.empty() : order(orderId).map(order -> {
			var execution = new Execution(fill.quantity(), fill.price(), fill.cumulativeQuantity(), fill.at());
			boolean whole = order.quantity() == null ? order.state() == OrderState.FILLED && fill.cumulativeQuantity().compareTo(order.filledQuantity()) >= 0
					: fill.cumulativeQuantity().compareTo(order.quantity()) >= 0;
			return new OrderUpdated(venue.accountName(), whole ? VenueEvent.FILLED : VenueEvent.PARTIALLY_FILLED, order.id(),
					order.clientOrderId(), order.symbol(), order.side(), order.type(), ordered(order), fill.cumulativeQuantity(), null, execution,
					fill.at(), "found in the account's history", order.replaces());
		});
	}

	/** Ordered by value, it is for as much as has filled so far. */
	private static BigDecimal ordered(VenueOrder order) {
		return Objects.requireNonNullElse(order.quantity(), order.filledQuantity());
	}

	private Optional<VenueOrder> order(String venueOrderId) {
		List<Order> known = orders.known(List.of(venueOrderId), List.of());
		if (known.isEmpty() || known.getFirst().life().byValue()) {
			return venue.byId(venueOrderId);
		}
		Order order = known.getFirst();
		return Optional.of(new VenueOrder(venueOrderId, order.clientOrderId(), order.terms().symbol(), order.terms().side(), order.terms().type(),
				order.life().state(), "", order.life().quantity(), order.life().filled(), null, null, order.decidedAt(), List.of(), null));
	}

	/**
	 * An entry of the history that only the history told.
	 *
	 * @param movement none for a fill
	 * @param foreign whether it belongs to an order that somebody else placed
	 */
	public record Found(VenueActivity activity, @Nullable Movement movement, boolean foreign) {
	}
}
