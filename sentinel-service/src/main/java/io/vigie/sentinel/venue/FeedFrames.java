package io.vigie.sentinel.venue;

import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the frames of Alpaca's market-data streams, version 2. One bad message spoils neither its frame nor the
 * stream.
 */
public final class FeedFrames {

	private FeedFrames() {
	}

	/** Never throws: what can't be read is an event too. */
	public static List<FeedEvent> read(String frame) {
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

	private static FeedEvent event(JsonNode node) {
		try {
			String type = Json.text(node, "T");
			return switch (type) {
				case "t" -> new FeedEvent.Printed(tick(Json.text(node, "S"), node));
				case "q" -> new FeedEvent.Quoted(quote(node));
				case "success" -> new FeedEvent.Greeted(Json.text(node, "msg"));
				case "subscription" -> new FeedEvent.Subscribed();
				case "error" -> new FeedEvent.Refused(node.path("code").asInt(0),
						Objects.requireNonNullElse(Json.textOrNull(node, "msg"), ""));
				default -> new FeedEvent.Ignored(type);
			};
		}
		catch (IllegalArgumentException | DateTimeException e) {
			return new FeedEvent.Unreadable(String.valueOf(e.getMessage()));
		}
	}

	/**
	 * A trade as streams and history both write it. Where the venue gives no number, its time in microseconds is one.
	 */
	static Tick tick(String symbol, JsonNode node) {
		Instant at = Json.time(node, "t");
		long sequence = node.hasNonNull("i") ? Json.whole(node, "i") : ChronoUnit.MICROS.between(Instant.EPOCH, at);
		return new Tick(symbol, sequence, at, Json.decimal(node, "p"), size(node, "s"));
	}

	private static Quote quote(JsonNode node) {
		return new Quote(Json.text(node, "S"), Json.time(node, "t"), Json.decimal(node, "bp"), size(node, "bs"),
				Json.decimal(node, "ap"), size(node, "as"));
	}

	private static BigDecimal size(JsonNode node, String field) {
		return Objects.requireNonNullElse(Json.decimalOrNull(node, field), BigDecimal.ZERO);
	}
}
