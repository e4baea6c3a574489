package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books and a venue that agree, to be brought out of agreement one thing at a time. */
final class RecordFixtures {

	static final Instant INTENDED = Instant.parse("2026-01-02T12:00:00Z");

	static final Instant MARKET = Instant.parse("2026-01-02T00:30:00Z");

	BigDecimal cash = new BigDecimal("1000.00");

	BigDecimal venueCash = new BigDecimal("1000.0");

	BigDecimal adjusted = BigDecimal.ZERO;

	final List<String> unbalanced = new ArrayList<>();

	final List<Books.Order> orders = new ArrayList<>(List.of(order("1", "bot-1", "v-1", "p-1", "ENTRY", "FILLED"),
			order("2", "bot-2", "v-2", "", "STOP_LOSS", "ACCEPTED")));

	final List<Books.Fill> fills = new ArrayList<>(List.of(fill("v-1", "1.5"), fill("v-1", "0.5")));

	final Map<String, Instant> approved = new HashMap<>(Map.of("p-1", INTENDED));

	final Map<String, BigDecimal> positions = new HashMap<>(Map.of("BTCUSD", new BigDecimal("2.0")));

	final Map<String, BigDecimal> venuePositions = new HashMap<>(Map.of("BTCUSD", BigDecimal.TWO));

	final List<VenueRecord.VenueOrder> venueOrders = new ArrayList<>(List.of(venueOrder("v-1", "bot-1"), venueOrder("v-2", "bot-2")));

	final Map<String, BigDecimal> executed = new HashMap<>(Map.of("v-1", BigDecimal.TWO));

	static Books.Order order(String id, String clientId, String venueId, String proposal, String role, String state) {
		return new Books.Order(id, clientId, venueId, proposal, "BTCUSD", role, state, BigDecimal.TWO, INTENDED);
	}

	static Books.Fill fill(String venueId, String quantity) {
		return new Books.Fill(venueId, new BigDecimal(quantity), INTENDED);
	}

	static VenueRecord.VenueOrder venueOrder(String id, String clientId) {
		return new VenueRecord.VenueOrder(id, clientId, "BTCUSD", "buy", "", BigDecimal.ZERO, MARKET);
	}

	List<Finding> audit() {
		return Audit.of(books(), venue());
	}

	Books.Page books() {
		return new Books.Page(cash, positions, orders, fills, adjusted, unbalanced, approved);
	}

	VenueRecord venue() {
		return new VenueRecord(venueCash, venuePositions, venueOrders, executed);
	}
}
