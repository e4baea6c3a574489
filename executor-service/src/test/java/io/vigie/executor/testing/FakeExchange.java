package io.vigie.executor.testing;

import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
	/** At these prices market orders fill as soon as they come; others wait to be filled by the test. */
	public final Map<String, String> marketPrices = new ConcurrentHashMap<>();
	/** How many stops are still to be refused. */
	public final AtomicInteger stopsToRefuse = new AtomicInteger();
	/** How many market sells are still to be refused. */
	public final AtomicInteger salesToRefuse = new AtomicInteger();
	/** Sells beyond what is held and not on offer already are refused, and so are brackets for fractions of a share. */
	public volatile boolean strict;
	/** Stops by themselves are taken and cancelled at once. */
	public volatile boolean dropsStops;
	private final Set<String> shorted = new TreeSet<>();

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
			.map(it -> Map.of("symbol", it.getKey(), "qty", it.getValue().toPlainString(), "avg_entry_price", average(it.getKey()))).toList();
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
				body.path("type").asString(), new BigDecimal(body.path("qty").asString()),
				body.hasNonNull("limit_price") ? new BigDecimal(body.path("limit_price").asString()) : null,
				body.hasNonNull("stop_price") ? new BigDecimal(body.path("stop_price").asString()) : null, now());
		orders.add(order);
		if (dropsStops && order.type.startsWith("stop")) {
			order.status = "canceled";
		}
		if (body.path("order_class").asString("").equals("bracket")) {
			leg(order, "limit", new BigDecimal(body.at("/take_profit/limit_price").asString()), null);
			leg(order, "stop", null, new BigDecimal(body.at("/stop_loss/stop_price").asString()));
		}
		String price = marketPrices.get(order.symbol);
		if (order.type.equals("market") && price != null) {
			fill(order, order.quantity.toPlainString(), price);
		}
		return order;
	}

	/** Why the venue does not take it. */
	synchronized Optional<String> refusal(JsonNode body) {
		String symbol = body.path("symbol").asString();
		BigDecimal quantity = new BigDecimal(body.path("qty").asString());
		if (body.path("type").asString().startsWith("stop") && stopsToRefuse.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
			return Optional.of("stops are refused today");
		}
		if (body.path("type").asString().equals("market") && body.path("side").asString().equals("sell")
				&& salesToRefuse.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
			return Optional.of("no sales today");
		}
		if (strict && body.hasNonNull("order_class") && symbol.indexOf('/') < 0 && quantity.stripTrailingZeros().scale() > 0) {
			return Optional.of("fractional orders must be simple orders");
		}
		BigDecimal available = held(symbol).subtract(onOffer(symbol));
		return strict && body.path("side").asString().equals("sell") && quantity.compareTo(available) > 0
				? Optional.of("insufficient qty available for order (requested: " + quantity.toPlainString() + ", available: " + available.toPlainString() + ")")
				: Optional.empty();
	}

	/** What open sells will take; those that cancel each other count once. */
	private BigDecimal onOffer(String symbol) {
		Map<Object, BigDecimal> groups = new HashMap<>();
		for (FakeOrder order : orders) {
			if (order.symbol.equals(symbol) && order.side.equals("sell") && order.isOpen() && !order.status.equals("held")) {
				Object group = orders.stream().filter(it -> it.legs.contains(order)).findFirst().map(it -> (Object) it.id).orElse(order.id);
				groups.merge(group, order.quantity.subtract(order.filled), BigDecimal::max);
			}
		}
		return groups.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Symbols of which more was sold than was there, ever. */
	public synchronized Set<String> shorted() {
		return Set.copyOf(shorted);
	}

	/** Puts an order with another stop in the place of an open one, which keeps its group. */
	public synchronized Optional<FakeOrder> replace(String id, BigDecimal stopPrice) {
		FakeOrder old = byId(id).stream().filter(FakeOrder::isOpen).findFirst().orElse(null);
		if (old == null) {
			return Optional.empty();
		}
		FakeOrder successor = new FakeOrder("leg-" + orders.size(), old.symbol, old.side, old.type, old.quantity, old.limitPrice, stopPrice, now());
		successor.replaces = old.id;
		old.status = "replaced";
		orders.stream().filter(it -> it.legs.contains(old)).forEach(it -> it.legs.replaceAll(leg -> leg == old ? successor : leg));
		orders.add(successor);
		return Optional.of(successor);
	}

	synchronized void cancelAll() {
		orders.stream().filter(FakeOrder::isOpen).toList().forEach(it -> cancel(it.id));
	}

	/** A fee in units of what is held. */
	public synchronized CashMoved unitsTaken(FakeOrder order, String units) {
		String id = "%05d".formatted(activities.size());
		Instant time = now();
		BigDecimal taken = new BigDecimal(units).negate();
		held.merge(order.symbol, taken, BigDecimal::add);
		activities.add(new LinkedHashMap<>(Map.of("id", id, "activity_type", "CFEE", "transaction_time", time.toString(), "net_amount", "0",
				"qty", taken.toPlainString(), "symbol", order.symbol, "order_id", order.id)));
		return new CashMoved("paper", id, "CFEE", order.symbol, "USD", BigDecimal.ZERO, taken, order.id, time, "fee");
	}

	/** The venue changes its mind about an order it had taken. */
	public synchronized OrderUpdated reject(FakeOrder order) {
		order.status = "rejected";
		return told(order, VenueEvent.REJECTED);
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
		BigDecimal before = held(order.symbol);
		cost.merge(order.symbol, buy ? units.multiply(at) : share(order.symbol, units, before).negate(), BigDecimal::add);
		if (held.merge(order.symbol, buy ? units : units.negate(), BigDecimal::add).signum() < 0) {
			shorted.add(order.symbol);
		}
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

	/** Money or units move for another reason than a fill; returns what an event would say of it. */
	public synchronized CashMoved moved(String kind, @Nullable String symbol, String amount, @Nullable String quantity, String words) {
		return moved(kind, symbol, amount, quantity, words, now());
	}

	/** @param at as the entry is dated */
	public synchronized CashMoved moved(String kind, @Nullable String symbol, String amount, @Nullable String quantity, String words, Instant at) {
		addCash(amount);
		if (symbol != null && quantity != null && !kind.startsWith("DIV")) {
			addUnits(symbol, quantity);
		}
		return tell(kind, symbol, amount, quantity, words, at);
	}

	/** Only now it is in the history. */
	public synchronized CashMoved tell(String kind, @Nullable String symbol, String amount, @Nullable String quantity, String words, Instant at) {
		Map<String, Object> entry = new LinkedHashMap<>(Map.of("id", "%05d".formatted(activities.size()), "activity_type", kind, "net_amount", amount,
				"transaction_time", at.toString(), "description", words));
		entry.put("symbol", symbol);
		entry.put("qty", quantity);
		activities.add(entry);
		return new CashMoved("paper", (String) entry.get("id"), kind, symbol, "USD", new BigDecimal(amount),
				quantity == null ? null : new BigDecimal(quantity), null, at, words);
	}

	/** For the same cost, without a word in the history. */
	public synchronized void addUnits(String symbol, String quantity) {
		held.merge(symbol, new BigDecimal(quantity), BigDecimal::add);
	}

	/** Units with what they cost, without a word in the history. */
	public synchronized void addUnits(String symbol, String quantity, String more) {
		addUnits(symbol, quantity);
		cost.merge(symbol, new BigDecimal(more), BigDecimal::add);
	}

	private BigDecimal share(String symbol, BigDecimal units, BigDecimal of) {
		BigDecimal all = cost.getOrDefault(symbol, BigDecimal.ZERO);
		return of.signum() == 0 ? BigDecimal.ZERO : all.multiply(units).divide(of, 18, RoundingMode.HALF_EVEN);
	}

	private String average(String symbol) {
		return cost.getOrDefault(symbol, BigDecimal.ZERO).divide(held(symbol), 9, RoundingMode.HALF_EVEN).toPlainString();
	}

	/** Without a word in the history. */
	public synchronized void addCash(String amount) {
		cash = cash.add(new BigDecimal(amount));
	}

	private static OrderUpdated told(FakeOrder order, VenueEvent event, @Nullable Execution execution, Instant at) {
		return new OrderUpdated("paper", event, order.id, order.clientOrderId, order.symbol, Side.valueOf(order.side.toUpperCase(Locale.ROOT)),
				OrderType.valueOf(order.type.toUpperCase(Locale.ROOT)), order.quantity, order.filled, null, execution, at, "",
				order.replaces);
	}
}
