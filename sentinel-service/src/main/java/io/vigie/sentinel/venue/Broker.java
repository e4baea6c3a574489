package io.vigie.sentinel.venue;

import io.vigie.common.venue.MissingField;
import io.vigie.common.venue.VenueFields;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The broker over REST, read only. */
@Component
public final class Broker {

	private static final Logger log = LoggerFactory.getLogger(Broker.class);
	private static final int ACTIVITIES = 100;
	private static final int ORDERS = 500;
	private static final int NOT_FOUND = 404;

	private final Rest rest;
	private final VenueSettings settings;
	private final AccountJson json;

	Broker(Rest rest, VenueSettings settings, AccountJson json) {
		this.rest = rest;
		this.settings = settings;
		this.json = json;
	}

	public MarketHours hours() {
		JsonNode answer = get("/v2/clock");
		VenueFields clock = json.fields(answer, "clock");
		try {
			if (!answer.path("is_open").isBoolean()) {
				clock.lacks("is_open");
			}
			return new MarketHours(clock.neededTime("timestamp"), answer.path("is_open").asBoolean(true));
		}
		catch (MissingField e) {
			throw new VenueUnavailable("/v2/clock can't be read: " + e.getMessage(), e);
		}
	}

	/** Symbols of all assets that can be traded now, stocks and crypto. */
	public List<String> tradable() {
		List<String> symbols = new ArrayList<>();
		for (String kind : List.of("us_equity", "crypto")) {
			for (JsonNode asset : list("/v2/assets?status=active&asset_class=" + kind)) {
				VenueFields fields = json.fields(asset, "asset");
				String symbol = fields.text("symbol");
				if (symbol == null || !asset.path("tradable").isBoolean()) {
					fields.lacks(symbol == null ? "symbol" : "tradable");
				}
				else if (asset.path("tradable").asBoolean()) {
					symbols.add(symbol);
				}
			}
		}
		return symbols;
	}

	/** At most a page of what followed the entry, oldest first; from the very beginning where no entry is named. */
	public List<Activity> activitiesAfter(String id) {
		return activities("asc&page_size=" + ACTIVITIES + (id.isEmpty() ? "" : "&page_token=" + encoded(id)));
	}

	public Optional<Activity> lastActivity() {
		return activities("desc&page_size=1").stream().findFirst();
	}

	/** Nothing where the broker knows no such order, or tells of it in a way that can't be understood. */
	public Optional<VenueOrder> order(String id) {
		try {
			return order(get("/v2/orders/" + encoded(id)));
		}
		catch (VenueRejected e) {
			if (e.status() == NOT_FOUND) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** The latest orders that have ended, newest first; those that can be understood. */
	public List<VenueOrder> endedOrders() {
		List<VenueOrder> orders = new ArrayList<>();
		for (JsonNode node : list("/v2/orders?status=closed&direction=desc&nested=false&limit=" + ORDERS)) {
			order(node).ifPresent(orders::add);
		}
		return orders;
	}

	private List<Activity> activities(String direction) {
		List<Activity> activities = new ArrayList<>();
		for (JsonNode node : list("/v2/account/activities?direction=" + direction)) {
			try {
				activities.add(json.activity(node, this::ordered));
			}
			catch (MissingField e) {
				throw new VenueUnavailable("An activity can't be read: " + e.getMessage(), e);
			}
		}
		return activities;
	}

	private Optional<VenueOrder> order(JsonNode node) {
		try {
			return Optional.of(json.order(node));
		}
		catch (MissingField e) {
			log.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("An order can't be read");
			return Optional.empty();
		}
	}

	private Optional<BigDecimal> ordered(String orderId) {
		try {
			return Optional.ofNullable(json.fields(get("/v2/orders/" + encoded(orderId)), "order").decimal("qty"));
		}
		catch (VenueRejected _) {
			return Optional.empty();
		}
	}

	/** @throws VenueUnavailable where it is no list: that is not an empty one */
	private JsonNode list(String pathAndQuery) {
		JsonNode answer = get(pathAndQuery);
		if (!answer.isArray()) {
			throw new VenueUnavailable(pathAndQuery.substring(0, pathAndQuery.indexOf('?')) + " answers no list", null);
		}
		return answer;
	}

	private JsonNode get(String pathAndQuery) {
		return rest.get(settings.brokerUrl(), pathAndQuery);
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
