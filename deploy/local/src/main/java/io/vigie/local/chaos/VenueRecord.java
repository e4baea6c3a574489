package io.vigie.local.chaos;

import io.vigie.local.setting.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the venue itself has on record about the account. Symbols as in positions, without a slash.
 *
 * @param filled quantity by venue order id, from the executions
 */
record VenueRecord(BigDecimal cash, Map<String, BigDecimal> positions, List<VenueOrder> orders, Map<String, BigDecimal> filled) {

	private static final int PAGE = 500;

	private static final int ACTIVITY_PAGE = 100;

	/** @param at when the venue took it, in its own time */
	record VenueOrder(String id, String clientId, String symbol, String side, String parent, BigDecimal filled, Instant at) {
	}

	/** Reads all of it; nothing may be going wrong at the venue any more, and its market must stand still. */
	static VenueRecord read(Http venue) {
		Map<String, BigDecimal> positions = new TreeMap<>();
		ask(venue, "/v2/positions").forEach(it -> positions.put(symbol(it), decimal(it, "qty")));
		return new VenueRecord(decimal(ask(venue, "/v2/account"), "cash"), positions, orders(venue), filled(venue));
	}

	/** Page after page, each beginning a moment before the last one ended: several orders may be of one moment. */
	private static List<VenueOrder> orders(Http venue) {
		Map<String, VenueOrder> orders = new LinkedHashMap<>();
		Instant after = Instant.EPOCH;
		while (true) {
			int before = orders.size();
			for (JsonNode each : ask(venue, "/v2/orders?status=all&direction=asc&nested=true&limit=%d&after=%s".formatted(PAGE, after))) {
				VenueOrder order = order(each, "");
				orders.put(order.id(), order);
				each.path("legs").forEach(leg -> orders.put(leg.path("id").asString(), order(leg, order.id())));
				after = order.at().minusNanos(1_000);
			}
			if (orders.size() == before) {
				return List.copyOf(orders.values());
			}
		}
	}

	private static VenueOrder order(JsonNode node, String parent) {
		return new VenueOrder(node.path("id").asString(), node.path("client_order_id").asString(), symbol(node), node.path("side").asString(),
				parent, decimal(node, "filled_qty"), Instant.parse(node.path("created_at").asString()));
	}

	private static Map<String, BigDecimal> filled(Http venue) {
		Map<String, BigDecimal> filled = new HashMap<>();
		String token = "";
		while (true) {
			List<JsonNode> page = new ArrayList<>();
			ask(venue, "/v2/account/activities/FILL?direction=asc&page_size=%d%s".formatted(ACTIVITY_PAGE, token)).forEach(page::add);
			page.forEach(it -> filled.merge(it.path("order_id").asString(), decimal(it, "qty").abs(), BigDecimal::add));
			if (page.size() < ACTIVITY_PAGE) {
				return filled;
			}
			token = "&page_token=" + page.getLast().path("id").asString();
		}
	}

	private static JsonNode ask(Http venue, String path) {
		return venue.get(path).orElseThrow(() -> new Refusal("The simulator does not answer GET %s: nothing can be compared.".formatted(path)));
	}

	private static String symbol(JsonNode node) {
		return node.path("symbol").asString().replace("/", "");
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		String text = node.path(field).asString("");
		return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
	}
}
