package io.vigie.sentinel.venue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The broker over REST, read only. */
@Component
public final class Broker {

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
		try {
			return new MarketHours(Json.time(answer, "timestamp"), answer.path("is_open").asBoolean(true));
		}
		catch (IllegalArgumentException | DateTimeException e) {
			throw new VenueUnavailable("/v2/clock can't be read: " + e.getMessage(), e);
		}
	}

	/** Symbols of all assets that can be traded now, stocks and crypto. */
	public List<String> tradable() {
		List<String> symbols = new ArrayList<>();
		for (String kind : List.of("us_equity", "crypto")) {
			for (JsonNode asset : get("/v2/assets?status=active&asset_class=" + kind)) {
				String symbol = Json.textOrNull(asset, "symbol");
				if (symbol != null && asset.path("tradable").asBoolean(false)) {
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

	/** Nothing where the broker knows no such order. */
	public Optional<VenueOrder> order(String id) {
		try {
			return Optional.of(order(get("/v2/orders/" + encoded(id))));
		}
		catch (VenueRejected e) {
			if (e.status() == NOT_FOUND) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** The latest orders that have ended, newest first. */
	public List<VenueOrder> endedOrders() {
		List<VenueOrder> orders = new ArrayList<>();
		for (JsonNode node : get("/v2/orders?status=closed&direction=desc&nested=false&limit=" + ORDERS)) {
			orders.add(order(node));
		}
		return orders;
	}

	private List<Activity> activities(String direction) {
		List<Activity> activities = new ArrayList<>();
		for (JsonNode node : get("/v2/account/activities?direction=" + direction)) {
			try {
				activities.add(json.activity(node));
			}
			catch (IllegalArgumentException e) {
				throw new VenueUnavailable("An activity can't be read: " + e.getMessage(), e);
			}
		}
		return activities;
	}

	private VenueOrder order(JsonNode node) {
		try {
			return json.order(node);
		}
		catch (IllegalArgumentException | DateTimeException e) {
			throw new VenueUnavailable("An order can't be read: " + e.getMessage(), e);
		}
	}

	private JsonNode get(String pathAndQuery) {
		return rest.get(settings.brokerUrl(), pathAndQuery);
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
