package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes orders in: what {@link Admission} lets through becomes an order with its legs. */
final class Desk {

	private final Admission admission;
	private final Clearing clearing;
	private final Ids ids;
	private final Book book;
	private final Map<String, Tape> tapes;

	Desk(Admission admission, Clearing clearing, Ids ids, Book book, Map<String, Tape> tapes) {
		this.admission = admission;
		this.clearing = clearing;
		this.ids = ids;
		this.book = book;
		this.tapes = tapes;
	}

	void place(Command.Place place, List<MarketEvent> events) {
		BigDecimal reserved = admission.admit(place);
		Instant at = place.at();
		boolean oco = place.orderClass() == OrderClass.OCO;
		Terms terms = oco ? takeProfit(place, place.terms().side()) : place.terms();
		Order order = create(terms, place.orderClass(), null, place.clientOrderId(), OrderStatus.NEW, reserved, at);
		Side exit = oco ? terms.side() : terms.side().opposite();
		List<Terms> exits = new ArrayList<>();
		if (!oco && place.takeProfit() != null) {
			exits.add(takeProfit(place, exit));
		}
		if (place.stopLoss() != null) {
			exits.add(stopLoss(place, place.stopLoss(), exit));
		}
		OrderStatus status = oco ? OrderStatus.NEW : OrderStatus.HELD;
		List<Order> legs = exits.stream()
			.map(it -> create(it, place.orderClass(), order.id(), null, status, BigDecimal.ZERO, at))
			.toList();
		clearing.open(order.withLegs(legs.stream().map(Order::id).toList()), at, events);
		legs.forEach(book::put);
		if (oco) {
			legs.forEach(it -> clearing.open(it, at, events));
		}
		clearing.screen(order.id(), at, events);
		if (oco) {
			legs.forEach(it -> clearing.screen(it.id(), at, events));
		}
	}

	void cancel(Command.Cancel cancel, List<MarketEvent> events) {
		clearing.close(admission.openOrder(cancel.order()), OrderStatus.CANCELED, cancel.at(), events);
	}

	void replace(Command.Replace replace, List<MarketEvent> events) {
		Order old = admission.openOrder(replace.order());
		Terms terms = old.terms().amended(replace);
		BigDecimal quantity = Objects.requireNonNullElse(terms.quantity(), BigDecimal.ZERO).subtract(old.filledQuantity());
		Terms rest = terms.withQuantity(quantity);
		BigDecimal reserved = admission.admitReplacement(replace, old, rest);
		Instant at = replace.at();
		Order created = create(rest, old.orderClass(), old.parent(), replace.clientOrderId(), old.status().isWorking()
				? OrderStatus.NEW : old.status(), reserved, at);
		Order successor = new Order(created.id(), created.clientOrderId(), created.orderClass(), created.parent(), old.legs(),
				rest, created.status(), created.working(), BigDecimal.ZERO, BigDecimal.ZERO, reserved, old.id(), null, created.times());
		clearing.say("replaced", old.replacedBy(successor.id(), at), at, null, events);
		book.put(successor);
		old.legs().forEach(it -> book.put(book.get(it).withParent(successor.id())));
		if (old.parent() != null) {
			Order parent = book.get(old.parent());
			book.put(parent.withLegs(parent.legs().stream().map(it -> it.equals(old.id()) ? successor.id() : it).toList()));
		}
		if (successor.status().isWorking()) {
			clearing.open(successor, at, events);
			clearing.screen(successor.id(), at, events);
		}
	}

	private Order create(Terms terms, OrderClass orderClass, @Nullable UUID parent, @Nullable String clientOrderId,
			OrderStatus status, BigDecimal reserved, Instant at) {
		UUID id = ids.next();
		BigDecimal last = Objects.requireNonNull(tapes.get(terms.symbol())).last().map(Tick::price).orElseThrow();
		return new Order(id, clientOrderId != null ? clientOrderId : ids.next().toString(), orderClass, parent, List.of(), terms,
				status, terms.toOrderType(last), BigDecimal.ZERO, BigDecimal.ZERO, reserved, null, null, Timeline.createdAt(at));
	}

	private static Terms takeProfit(Command.Place place, Side side) {
		Terms entry = place.terms();
		return new Terms(entry.symbol(), side, entry.quantity(), null, Kind.LIMIT, entry.timeInForce(), place.takeProfit(), null,
				null, null, false);
	}

	private static Terms stopLoss(Command.Place place, Command.StopLoss stop, Side side) {
		Terms entry = place.terms();
		return new Terms(entry.symbol(), side, entry.quantity(), null, stop.limit() == null ? Kind.STOP : Kind.STOP_LIMIT,
				entry.timeInForce(), stop.limit(), stop.stop(), null, null, false);
	}
}
