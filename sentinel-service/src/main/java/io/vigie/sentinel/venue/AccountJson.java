package io.vigie.sentinel.venue;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads orders and activities. Only what an event means nothing without is required. */
@Component
final class AccountJson {

	private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
	private static final int ID_TIME_LENGTH = 17;

	private final Names names;

	AccountJson(Names names) {
		this.names = names;
	}

	/** @throws IllegalArgumentException or {@link DateTimeException} where it can't be read */
	VenueOrder order(JsonNode node) {
		BigDecimal filled = Objects.requireNonNullElse(Json.decimalOrNull(node, "filled_qty"), BigDecimal.ZERO);
		String type = Objects.requireNonNullElse(Json.textOrNull(node, "type"),
				Objects.requireNonNullElse(Json.textOrNull(node, "order_type"), "market"));
		return new VenueOrder(Json.text(node, "id"), Objects.requireNonNullElse(Json.textOrNull(node,
				"client_order_id"), ""),
				names.ours(Json.text(node, "symbol")), side(Json.text(node, "side")),
						OrderType.valueOf(type.toUpperCase(Locale.ROOT)),
				Objects.requireNonNullElse(Json.decimalOrNull(node, "qty"), filled), filled, Json.decimalOrNull(node,
						"filled_avg_price"),
				Objects.requireNonNullElse(Json.textOrNull(node, "status"), ""), time(node, "updated_at",
						Instant.EPOCH));
	}

	/** Never throws but for a missing id. */
	Activity activity(JsonNode node) {
		String id = Json.text(node, "id");
		try {
			return readable(id, node);
		}
		catch (IllegalArgumentException | DateTimeException e) {
			return new Activity.Unreadable(id, timeOf(id), String.valueOf(e.getMessage()));
		}
	}

	private Activity readable(String id, JsonNode node) {
		String kind = Json.text(node, "activity_type");
		Instant at = time(node, "transaction_time", time(node, "created_at", day(id, node)));
		if (!kind.equals("FILL")) {
			String symbol = Json.textOrNull(node, "symbol");
			return new Activity.Other(id, at, kind, symbol == null ? null : names.ours(symbol),
					Objects.requireNonNullElse(Json.decimalOrNull(node, "net_amount"), BigDecimal.ZERO),
							Json.decimalOrNull(node, "qty"),
					Json.textOrNull(node, "order_id"), Objects.requireNonNullElse(Json.textOrNull(node, "description"),
							""));
		}
		BigDecimal quantity = Json.decimal(node, "qty");
		return new Activity.Fill(id, at, Json.text(node, "order_id"), names.ours(Json.text(node, "symbol")),
				side(Json.text(node, "side")),
				quantity, Json.decimal(node, "price"), Objects.requireNonNullElse(Json.decimalOrNull(node, "cum_qty"),
						quantity),
				Objects.requireNonNullElse(Json.decimalOrNull(node, "leaves_qty"), BigDecimal.ZERO));
	}

	static Instant time(JsonNode node, String field, Instant otherwise) {
		String value = Json.textOrNull(node, field);
		return value == null ? otherwise : Instant.parse(value);
	}

	/** {@code sell_short} and its like are sales. */
	private static Side side(String word) {
		return word.startsWith("sell") ? Side.SELL : Side.valueOf(word.toUpperCase(Locale.ROOT));
	}

	private static Instant day(String id, JsonNode node) {
		String date = Json.textOrNull(node, "date");
		return date == null ? timeOf(id) : LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	/** Ids of activities begin with their time. */
	private static Instant timeOf(String id) {
		try {
			return LocalDateTime.parse(id.substring(0, Math.min(ID_TIME_LENGTH, id.length())), ID_TIME)
					.toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException _) {
			return Instant.EPOCH;
		}
	}
}
