package io.vigie.executor.venue;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the broker's answers tolerantly: only what an order cannot do without is required, a field that is gone or new
 * stops nothing.
 */
final class AlpacaJson {

	private final Symbols symbols;

	AlpacaJson(Symbols symbols) {
		this.symbols = symbols;
	}

	VenueOrder order(JsonNode json) {
		String status = text(json, "status", "accepted");
		BigDecimal filled = decimal(json, "filled_qty", BigDecimal.ZERO);
		return new VenueOrder(required(json, "id"), text(json, "client_order_id", ""), symbols.ours(required(json, "symbol")),
				Side.valueOf(required(json, "side").toUpperCase(Locale.ROOT)), type(text(json, "type", text(json, "order_type", "market"))),
				state(status), status, decimal(json, "qty", filled), filled, decimal(json, "limit_price"), decimal(json, "stop_price"),
				time(json, "created_at", Instant.EPOCH), json.path("legs").valueStream().map(this::order).toList());
	}

	VenueAccount account(JsonNode json) {
		BigDecimal cash = new BigDecimal(required(json, "cash"));
		return new VenueAccount(text(json, "currency", "USD"), cash, decimal(json, "buying_power", cash));
	}

	VenuePosition position(JsonNode json) {
		return new VenuePosition(symbols.ours(required(json, "symbol")), new BigDecimal(required(json, "qty")),
				decimal(json, "avg_entry_price", BigDecimal.ZERO), decimal(json, "current_price"));
	}

	VenueActivity activity(JsonNode json) {
		String kind = required(json, "activity_type");
		Instant day = json.hasNonNull("date") ? LocalDate.parse(required(json, "date")).atStartOfDay().toInstant(ZoneOffset.UTC)
				: Instant.EPOCH;
		Instant at = time(json, "transaction_time", time(json, "created_at", day));
		Fill fill = kind.equals("FILL") ? new Fill(new BigDecimal(required(json, "qty")), new BigDecimal(required(json, "price")),
				new BigDecimal(required(json, "cum_qty")), at) : null;
		String symbol = textOrNull(json, "symbol");
		return new VenueActivity(required(json, "id"), kind, at, textOrNull(json, "order_id"),
				symbol == null ? null : symbols.ours(symbol), fill, decimal(json, "net_amount", BigDecimal.ZERO), decimal(json, "qty"),
				text(json, "description", ""));
	}

	List<VenueOrder> orders(JsonNode json) {
		return json.valueStream().map(this::order).toList();
	}

	/** States we have no name for are all on the way: the venue has the order and it has not ended. */
	static OrderState state(String status) {
		return switch (status) {
			case "partially_filled" -> OrderState.PARTIALLY_FILLED;
			case "filled" -> OrderState.FILLED;
			case "canceled", "replaced" -> OrderState.CANCELED;
			case "expired" -> OrderState.EXPIRED;
			case "rejected" -> OrderState.REJECTED;
			default -> OrderState.ACCEPTED;
		};
	}

	private static OrderType type(String name) {
		return OrderType.valueOf(name.toUpperCase(Locale.ROOT));
	}

	private static String required(JsonNode json, String field) {
		String value = textOrNull(json, field);
		if (value == null) {
			throw new AnswerLost("The venue's answer lacks " + field, null);
		}
		return value;
	}

	private static String text(JsonNode json, String field, String otherwise) {
		String value = textOrNull(json, field);
		return value == null ? otherwise : value;
	}

	private static @Nullable String textOrNull(JsonNode json, String field) {
		JsonNode node = json.path(field);
		return node.isMissingNode() || node.isNull() ? null : node.asString();
	}

	private static @Nullable BigDecimal decimal(JsonNode json, String field) {
		String value = textOrNull(json, field);
		return value == null || value.isEmpty() ? null : new BigDecimal(value);
	}

	private static BigDecimal decimal(JsonNode json, String field, BigDecimal otherwise) {
		BigDecimal value = decimal(json, field);
		return value == null ? otherwise : value;
	}

	private static Instant time(JsonNode json, String field, Instant otherwise) {
		String value = textOrNull(json, field);
		return value == null ? otherwise : OffsetDateTime.parse(value).toInstant();
	}
}
