package io.vigie.executor.testing;

import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The broker's own record: the truth that tests compare the books with. Time passes a second with everything that happens. */
public final class FakeExchange {

	private final List<FakeOrder> orders = new ArrayList<>();
	private final List<Map<String, Object>> activities = new ArrayList<>();
	private final Map<String, BigDecimal> held = new TreeMap<>();
	private final Map<String, BigDecimal> cost = new TreeMap<>();
	private BigDecimal cash = new BigDecimal("100000");
	private Instant now = Instant.parse("2026-11-20T12:00:00Z");

	/** Something happened before the executor ever looked. */
	FakeExchange() {
		fill(placeByHand("OLD", "3"), "3", "40");
	}

	public synchronized Instant now() {
		now = now.plusSeconds(1);
		return now;
	}

	public synchronized BigDecimal cash() {
		return cash;
	}

	public synchronized BigDecimal held(String symbol) {
		return held.getOrDefault(symbol, BigDecimal.ZERO);
	}

	public synchronized List<Map<String, String>> positions() {
		return held.entrySet().stream().filter(it -> it.getValue().signum() != 0)
			.map(it -> Map.of("symbol", it.getKey(), "qty", it.getValue().toPlainString(), "avg_entry_price", "40")).toList();
	}

	public synchronized List<FakeOrder> all() {
		return List.copyOf(orders);
	}

	synchronized List<Map<String, Object>> open() {
		return orders.stream().filter(FakeOrder::isOpen).map(FakeOrder::json).toList();
	}

	synchronized List<FakeOrder> byId(String id) {
		return orders.stream().filter(it -> it.id.equals(id)).toList();
	}

	public synchronized List<FakeOrder> byClientId(String id) {
		return orders.stream().filter(it -> it.clientOrderId.equals(id)).toList();
	}

	synchronized List<Map<String, Object>> activities(Map<String, String> query) {
		Instant after = query.containsKey("after") ? Instant.parse(query.get("after")) : Instant.EPOCH;
		List<Map<String, Object>> found = new ArrayList<>(activities.stream()
			.filter(it -> Instant.parse((String) it.get("transaction_time")).isAfter(after)).toList());
		if ("desc".equals(query.get("direction"))) {
			return found.reversed();
		}
		String token = query.get("page_token");
		while (token != null && !found.isEmpty() && ((String) found.getFirst().get("id")).compareTo(token) <= 0) {
			found.removeFirst();
		}
		return found.stream().limit(100).toList();
	}

	synchronized FakeOrder place(JsonNode body) {
		FakeOrder order = new FakeOrder(body.path("client_order_id").asString(), body.path("symbol").asString(), body.path("side").asString(),
				body.path("type").asString(), new BigDecimal(body.path("qty").asString()), null,
				body.hasNonNull("stop_price") ? new BigDecimal(body.path("stop_price").asString()) : null, now());
		orders.add(order);
		if (body.path("order_class").asString("").equals("bracket")) {
			leg(order, "limit", new BigDecimal(body.at("/take_profit/limit_price").asString()), null);
			leg(order, "stop", null, new BigDecimal(body.at("/stop_loss/stop_price").asString()));
		}
		return order;
	}

	/** An order placed by hand at the broker. */
	public synchronized FakeOrder placeByHand(String symbol, String quantity) {
		FakeOrder order = new FakeOrder("by-hand-" + symbol, symbol, "buy", "market", new BigDecimal(quantity), null, null, now());
		orders.add(order);
		return order;
	}

	private void leg(FakeOrder parent, String type, @Nullable BigDecimal limit, @Nullable BigDecimal stop) {
		FakeOrder leg = new FakeOrder("leg-" + orders.size(), parent.symbol, "sell", type, parent.quantity, limit, stop, now());
		leg.status = "held";
		parent.legs.add(leg);
		orders.add(leg);
	}

	/** Also cancels what rests together with it. */
	public synchronized boolean cancel(String id) {
		List<FakeOrder> found = byId(id).stream().filter(FakeOrder::isOpen).toList();
		found.forEach(order -> {
			order.status = "canceled";
			order.legs.stream().filter(FakeOrder::isOpen).forEach(it -> it.status = "canceled");
			orders.stream().filter(it -> it.legs.contains(order)).flatMap(it -> it.legs.stream()).filter(FakeOrder::isOpen)
				.forEach(it -> it.status = "canceled");
		});
		return !found.isEmpty();
	}

	/** Fills at the venue and returns what its stream says about it. */
	public synchronized OrderUpdated fill(FakeOrder order, String quantity, String price) {
		BigDecimal units = new BigDecimal(quantity);
		BigDecimal at = new BigDecimal(price);
		boolean buy = order.side.equals("buy");
		order.filled = order.filled.add(units);
		order.status = order.filled.compareTo(order.quantity) == 0 ? "filled" : "partially_filled";
		held.merge(order.symbol, buy ? units : units.negate(), BigDecimal::add);
		cash = buy ? cash.subtract(units.multiply(at)) : cash.add(units.multiply(at));
		if (order.status.equals("filled")) {
			order.legs.forEach(it -> it.status = "new");
			orders.stream().filter(it -> it.legs.contains(order)).flatMap(it -> it.legs.stream()).filter(FakeOrder::isOpen)
				.forEach(it -> it.status = "canceled");
		}
		Instant time = now();
		activities.add(new LinkedHashMap<>(Map.of("id", "%05d".formatted(activities.size()), "activity_type", "FILL", "transaction_time", time.toString(),
				"price", price, "qty", quantity, "cum_qty", order.filled.toPlainString(), "side", order.side, "symbol", order.symbol, "order_id", order.id)));
		return told(order, order.status.equals("filled") ? VenueEvent.FILLED : VenueEvent.PARTIALLY_FILLED,
				new Execution(units, at, order.filled, time), time);
	}

	public synchronized OrderUpdated told(FakeOrder order, VenueEvent event) {
		return told(order, event, null, now());
	}

	public synchronized CashMoved fee(FakeOrder order, String amount) {
		String id = "%05d".formatted(activities.size());
		Instant time = now();
		cash = cash.subtract(new BigDecimal(amount));
		activities.add(new LinkedHashMap<>(Map.of("id", id, "activity_type", "CFEE", "transaction_time", time.toString(), "net_amount", "-" + amount,
				"symbol", order.symbol, "order_id", order.id)));
		return new CashMoved("paper", id, "CFEE", order.symbol, "USD", new BigDecimal("-" + amount), null, order.id, time, "fee");
	}

	/** Without a word in the history. */
	public synchronized void addCash(String amount) {
		cash = cash.add(new BigDecimal(amount));
	}

	private static OrderUpdated told(FakeOrder order, VenueEvent event, @Nullable Execution execution, Instant at) {
		return new OrderUpdated("paper", event, order.id, order.clientOrderId, order.symbol, Side.valueOf(order.side.toUpperCase(Locale.ROOT)),
				OrderType.valueOf(order.type.toUpperCase(Locale.ROOT)), order.quantity, order.filled, null, execution, at, "");
	}
}
