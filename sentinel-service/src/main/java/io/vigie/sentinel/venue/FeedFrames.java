package io.vigie.sentinel.venue;

import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the frames of Alpaca's market-data streams, version 2. One bad message spoils neither its frame nor the
 * stream.
 */
@Component
public final class FeedFrames {

	private final VenueDrift drift;

	FeedFrames(VenueDrift drift) {
		this.drift = drift;
	}

	/** Never throws: what can't be read is an event too. */
	public List<FeedEvent> read(String frame) {
		JsonNode root;
		try {
			root = Json.read(frame);
		}
		catch (JacksonException e) {
			return List.of(new FeedEvent.Unreadable("no JSON: " + e.getOriginalMessage()));
		}
		if (root.isObject()) {
			return List.of(event(root));
		}
		if (!root.isArray()) {
			return List.of(new FeedEvent.Unreadable("neither object nor array"));
		}
		List<FeedEvent> events = new ArrayList<>(root.size());
		for (JsonNode node : root) {
			events.add(event(node));
		}
		return events;
	}

	private FeedEvent event(JsonNode node) {
		try {
			var fields = new VenueFields(node, "message", drift);
			String type = fields.needed("T");
			return switch (type) {
				case "t" -> new FeedEvent.Printed(tick(new VenueFields(node, "trade", drift).needed("S"), node));
				case "q" -> new FeedEvent.Quoted(quote(node));
				case "success" -> new FeedEvent.Greeted(fields.needed("msg"));
				case "subscription" -> new FeedEvent.Subscribed();
				case "error" -> new FeedEvent.Refused(node.path("code").asInt(0),
						Objects.requireNonNullElse(fields.text("msg"), ""));
				default -> new FeedEvent.Ignored(type);
			};
		}
		catch (IllegalArgumentException e) {
			return new FeedEvent.Unreadable(String.valueOf(e.getMessage()));
		}
	}

	/**
	 * A trade as streams and history both write it. Where the venue gives no number, its time in microseconds is one.
	 */
	Tick tick(String symbol, JsonNode node) {
		var fields = new VenueFields(node, "trade", drift);
		Instant at = fields.neededTime("t");
		return new Tick(symbol, number(node, fields, at), at, fields.neededDecimal("p"), size(fields, "s"));
	}

	private static long number(JsonNode node, VenueFields fields, Instant at) {
		boolean whole = node.path("i").isIntegralNumber();
		if (!whole) {
			fields.lacks("i");
		}
		if (fields.has("i")) {
			return Json.whole(node, "i");
		}
		return ChronoUnit.MICROS.between(Instant.EPOCH, at);
	}

	private Quote quote(JsonNode node) {
		var fields = new VenueFields(node, "quote", drift);
		return new Quote(fields.needed("S"), fields.neededTime("t"), fields.neededDecimal("bp"), size(fields, "bs"),
				fields.neededDecimal("ap"), size(fields, "as"));
	}

	/** A print without its size is worth its price all the same; nobody's money is counted by it. */
	private static BigDecimal size(VenueFields fields, String field) {
		BigDecimal size = fields.decimal(field);
		if (size == null) {
			fields.lacks(field);
			return BigDecimal.ZERO;
		}
		return size;
	}
}
