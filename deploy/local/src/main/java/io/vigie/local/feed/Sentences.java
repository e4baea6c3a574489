package io.vigie.local.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Says in one line what a message means. Messages are read as trees, not as our records: a launcher must be able to show what a newer
 * or older service says. Remembers the reasons of the latest proposals, so that a fill can repeat why it happened. Not thread-safe.
 */
public final class Sentences {

	private static final int REMEMBERED = 1_000;

	private final DateTimeFormatter time;

	private final Map<String, String> reasons = new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > REMEMBERED;
		}
	};

	public Sentences(ZoneId zone) {
		time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
	}

	/** The sentence, or nothing for what is not worth one. */
	public Optional<String> of(JsonNode message) {
		JsonNode data = message.path("data");
		return switch (text(message, "message_type")) {
			case "trade-proposal" -> Optional.of(proposed(message, data));
			case "proposal-approved" -> Optional.of(approved(message, data));
			case "proposal-refused" -> Optional.of(refused(message, data));
			case "trade-booked" -> Optional.of(booked(message, data));
			case "order-changed" -> changed(message, data);
			default -> Optional.empty();
		};
	}

	private String proposed(JsonNode message, JsonNode data) {
		String why = text(data, "reasoning");
		reasons.put(text(message, "id"), why);
		return line(message, data, "wants to %s %s @ %s%s".formatted(text(data, "action"), text(data, "symbol"),
				number(data, "price"), because(why)));
	}

	private String approved(JsonNode message, JsonNode data) {
		JsonNode proposal = data.path("proposal");
		reasons.putIfAbsent(text(data, "proposal_id"), text(proposal, "reasoning"));
		String protection = data.hasNonNull("stop_loss") ? ", stop-loss %s, take-profit %s"
				.formatted(number(data, "stop_loss"), number(data, "take_profit")) : "";
		return line(message, proposal, "may %s %s %s%s".formatted(text(proposal, "action"), number(data, "quantity"),
				text(proposal, "symbol"), protection));
	}

	private String refused(JsonNode message, JsonNode data) {
		JsonNode proposal = data.path("proposal");
		return line(message, proposal, "may not %s %s%s".formatted(text(proposal, "action"), text(proposal, "symbol"),
				because(text(data, "reason"))));
	}

	private String booked(JsonNode message, JsonNode data) {
		String why = switch (text(data, "role")) {
			case "STOP_LOSS" -> "stop-loss reached";
			case "TAKE_PROFIT" -> "take-profit reached";
			default -> reasons.getOrDefault(text(data, "proposal_id"), "");
		};
		BigDecimal realised = decimal(data, "realised");
		String result = realised.signum() == 0 ? ""
				: ", %s %s".formatted(realised.signum() > 0 ? "gained" : "lost", plain(realised.abs()));
		return line(message, data, "%s %s %s @ %s filled%s%s".formatted(text(data, "side"), number(data, "quantity"),
				text(data, "symbol"), number(data, "price"), result, because(why)));
	}

	private Optional<String> changed(JsonNode message, JsonNode data) {
		String what = switch (text(data, "state")) {
			case "REJECTED" -> "refused by the venue";
			case "UNKNOWN" -> "sent, but the venue's answer is not known yet";
			case "EXPIRED" -> "expired";
			default -> "";
		};
		return what.isEmpty() ? Optional.empty() : Optional.of(line(message, data, "%s %s %s: %s%s".formatted(
				text(data, "side"), number(data, "quantity"), text(data, "symbol"), what, because(text(data, "reason")))));
	}

	private String line(JsonNode message, JsonNode who, String what) {
		return "%s %-10s %s".formatted(time(text(message, "at")), text(who, "bot"), what);
	}

	private String time(String instant) {
		try {
			return time.format(Instant.parse(instant));
		}
		catch (DateTimeParseException e) {
			return "--:--:--";
		}
	}

	private static String because(String reason) {
		return reason.isBlank() ? "" : " — " + reason.strip();
	}

	private static String number(JsonNode node, String field) {
		return node.hasNonNull(field) ? plain(decimal(node, field)) : "?";
	}

	/** Two decimals at least, as prices are read, and no more than there are. */
	private static String plain(BigDecimal number) {
		BigDecimal bare = number.stripTrailingZeros();
		return (bare.scale() <= 0 ? bare.setScale(0) : bare.scale() == 1 ? bare.setScale(2) : bare).toPlainString();
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		try {
			return new BigDecimal(text(node, field));
		}
		catch (NumberFormatException e) {
			return BigDecimal.ZERO;
		}
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}
}
