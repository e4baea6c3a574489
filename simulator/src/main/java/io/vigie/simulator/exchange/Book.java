package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Every order there ever was, and which of them are open. */
final class Book {

	private final Map<UUID, Order> orders = new LinkedHashMap<>();
	private final Map<String, UUID> byClientOrderId = new HashMap<>();
	private final Map<String, Map<UUID, Order>> open = new LinkedHashMap<>();
	private BigDecimal reservedCash = BigDecimal.ZERO;

	Book(Collection<Order> orders) {
		orders.forEach(this::put);
	}

	void put(Order order) {
		Order before = orders.put(order.id(), order);
		reservedCash = reservedCash.add(order.reserved()).subtract(before == null ? BigDecimal.ZERO : before.reserved());
		if (before == null) {
			byClientOrderId.put(order.clientOrderId(), order.id());
		}
		Map<UUID, Order> ofSymbol = open.computeIfAbsent(order.symbol(), _ -> new LinkedHashMap<>());
		if (order.status().isOpen()) {
			ofSymbol.put(order.id(), order);
		}
		else {
			ofSymbol.remove(order.id());
		}
	}

	Optional<Order> find(UUID id) {
		return Optional.ofNullable(orders.get(id));
	}

	Order get(UUID id) {
		return find(id).orElseThrow(() -> new IllegalStateException("Order " + id + " is referred to, and unknown"));
	}

	/** The latest, where an id was used again. */
	Optional<Order> findByClientOrderId(String clientOrderId) {
		return Optional.ofNullable(byClientOrderId.get(clientOrderId)).flatMap(this::find);
	}

	/** In order of arrival. */
	Collection<Order> all() {
		return orders.values();
	}

	/** A copy, in order of arrival: matching one may change others. */
	List<Order> open(String symbol) {
		Map<UUID, Order> ofSymbol = open.get(symbol);
		return ofSymbol == null || ofSymbol.isEmpty() ? List.of() : new ArrayList<>(ofSymbol.values());
	}

	List<Order> open() {
		return open.values().stream().flatMap(it -> it.values().stream()).toList();
	}

	/** Parent, legs and siblings that are still open, the order itself left out. */
	List<Order> openRelatives(Order order) {
		Order head = order.parent() == null ? order : get(order.parent());
		return Stream.concat(Stream.of(head.id()), head.legs().stream())
			.filter(it -> !it.equals(order.id()))
			.map(this::get)
			.filter(it -> it.status().isOpen())
			.toList();
	}

	BigDecimal reservedCash() {
		return reservedCash;
	}

	/** What open sells will take of a position; orders that cancel each other count once. */
	BigDecimal reservedQuantity(String symbol) {
		Map<UUID, BigDecimal> byGroup = new HashMap<>();
		for (Order order : open.getOrDefault(symbol, Map.of()).values()) {
			if (order.side() == Side.SELL && order.status().isWorking()) {
				byGroup.merge(order.group(), order.remaining(), BigDecimal::max);
			}
		}
		return byGroup.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
