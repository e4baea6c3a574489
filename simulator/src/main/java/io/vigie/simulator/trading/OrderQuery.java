package io.vigie.simulator.trading;

import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters of the order list; what is absent takes Alpaca's default. */
record OrderQuery(@Nullable String status, @Nullable Integer limit, @Nullable Instant after, @Nullable Instant until,
		@Nullable String direction, @Nullable Boolean nested, @Nullable String symbols, @Nullable String side) {

	private static final int DEFAULT_LIMIT = 50;
	private static final int LARGEST_LIMIT = 500;

	List<OrderView> select(Exchange exchange) {
		int wanted = limit == null ? DEFAULT_LIMIT : limit;
		if (wanted < 1 || wanted > LARGEST_LIMIT) {
			throw Refused.invalid("limit must be between 1 and " + LARGEST_LIMIT);
		}
		String which = status == null ? "open" : status;
		if (!Set.of("open", "closed", "all").contains(which)) {
			throw Refused.invalid("invalid status: " + which);
		}
		boolean roll = Boolean.TRUE.equals(nested);
		Set<String> wantedSymbols = symbols == null || symbols.isBlank() ? Set.of()
				: Stream.of(symbols.split(",")).map(String::strip).map(it -> it.replace("/", "")).collect(Collectors.toSet());
		List<Order> orders = new ArrayList<>("open".equals(which) ? exchange.openOrders() : exchange.orders());
		if ("open".equals(which)) {
			orders.sort((one, other) -> one.times().createdAt().compareTo(other.times().createdAt()));
		}
		if (!"asc".equals(direction)) {
			Collections.reverse(orders);
		}
		return orders.stream()
			.filter(it -> !"closed".equals(which) || !it.status().isOpen())
			.filter(it -> after == null || it.times().createdAt().isAfter(after))
			.filter(it -> until == null || it.times().createdAt().isBefore(until))
			.filter(it -> wantedSymbols.isEmpty() || wantedSymbols.contains(it.symbol().replace("/", "")))
			.filter(it -> side == null || it.side().name().toLowerCase(Locale.ROOT).equals(side))
			.filter(it -> !roll || it.parent() == null || which.equals("open") && !isOpen(exchange, it))
			.limit(wanted)
			.map(it -> roll ? OrderView.nested(it, id -> exchange.findOrder(id).orElseThrow()) : OrderView.flat(it))
			.toList();
	}

	/** A leg is rolled up under its parent as long as that is in the list itself. */
	private static boolean isOpen(Exchange exchange, Order leg) {
		return exchange.findOrder(Objects.requireNonNull(leg.parent())).filter(it -> it.status().isOpen()).isPresent();
	}
}
