package io.vigie.common.venue;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order in Alpaca's words. It says most things twice, so where one field is gone another often knows: the time of an end
 * which end it was, the prices which type, the intent which side.
 */
public final class VenueOrderFields {

	private static final Map<String, String> ENDS = new LinkedHashMap<>();
	static {
		ENDS.put("canceled_at", "canceled");
		ENDS.put("expired_at", "expired");
		ENDS.put("failed_at", "rejected");
		ENDS.put("replaced_at", "replaced");
	}

	private final VenueFields fields;

	/** @param of what the order is, as drift is told of it */
	public VenueOrderFields(JsonNode json, String of, VenueDrift drift) {
		this.fields = new VenueFields(json, of, drift);
	}

	public VenueFields fields() {
		return fields;
	}

	/** Empty where it is not told: the venue's own id identifies the order as well. */
	public String clientOrderId() {
		return Optional.ofNullable(fields.text("client_order_id")).orElseGet(() -> {
			fields.lacks("client_order_id");
			return "";
		});
	}

	/** @throws MissingField where nothing tells it */
	public Side side() {
		Side side = side(fields.text("side"));
		if (side == null) {
			fields.lacks("side");
			side = side(fields.text("position_intent"));
		}
		if (side == null) {
			throw fields.missing("side");
		}
		return side;
	}

	/** {@code sell_short} and {@code sell_to_close} are sales. */
	private static @Nullable Side side(@Nullable String word) {
		return word == null ? null : word.startsWith("sell") ? Side.SELL : word.startsWith("buy") ? Side.BUY : null;
	}

	/** Types we have no name for are told by the prices they have. */
	public OrderType type() {
		return type(fields.text("type")).or(() -> type(fields.text("order_type"))).orElseGet(() -> {
			fields.lacks("type");
			boolean limit = fields.decimal("limit_price") != null;
			boolean stop = fields.decimal("stop_price") != null;
			return fields.text("trail_percent") != null || fields.text("trail_price") != null ? OrderType.TRAILING_STOP
					: stop ? limit ? OrderType.STOP_LIMIT : OrderType.STOP : limit ? OrderType.LIMIT : OrderType.MARKET;
		});
	}

	private static Optional<OrderType> type(@Nullable String word) {
		return Arrays.stream(OrderType.values()).filter(it -> word != null && it.name().equals(word.toUpperCase(Locale.ROOT))).findFirst();
	}

	/** The venue's word, or what follows from the rest: never an end that nothing speaks of. */
	public String status() {
		String status = fields.text("status");
		if (status != null) {
			return status;
		}
		fields.lacks("status");
		BigDecimal quantity = fields.decimal("qty");
		BigDecimal filled = fields.decimal("filled_qty");
		if (quantity != null && filled != null && filled.signum() > 0 && filled.compareTo(quantity) >= 0) {
			return "filled";
		}
		return ENDS.entrySet().stream().filter(it -> fields.time(it.getKey()) != null).map(Map.Entry::getValue).findFirst()
			.orElse(filled != null && filled.signum() > 0 ? "partially_filled" : "accepted");
	}

	/** Nothing for an order by value, and where it is not told. */
	public @Nullable BigDecimal quantity() {
		BigDecimal quantity = fields.decimal("qty");
		if (quantity == null && fields.decimal("notional") == null) {
			fields.lacks("qty");
		}
		return quantity;
	}

	/** Nothing where it can't be known from this answer: then it is not zero, but to be asked for elsewhere. */
	public @Nullable BigDecimal filled() {
		BigDecimal filled = fields.decimal("filled_qty");
		if (filled != null) {
			return filled;
		}
		fields.lacks("filled_qty");
		return status().equals("filled") ? fields.decimal("qty") : null;
	}

	/** Whether the answer itself shows that something has filled. */
	public boolean hasTraded() {
		return fields.decimal("filled_avg_price") != null || status().equals("filled") || status().equals("partially_filled");
	}

	/** The limit, where the type has one. */
	public @Nullable BigDecimal limitPrice() {
		return price("limit_price", type() == OrderType.LIMIT || type() == OrderType.STOP_LIMIT);
	}

	/** The stop, where the type has one. */
	public @Nullable BigDecimal stopPrice() {
		return price("stop_price", type() == OrderType.STOP || type() == OrderType.STOP_LIMIT);
	}

	private @Nullable BigDecimal price(String field, boolean wanted) {
		BigDecimal price = fields.decimal(field);
		if (price == null && wanted) {
			fields.lacks(field);
		}
		return price;
	}

	/** When it came into being, in venue time; nothing where no stamp is left. */
	public @Nullable Instant createdAt() {
		return fields.firstTime("created_at", "submitted_at");
	}

	/** When it last changed, in venue time; nothing where no stamp is left. */
	public @Nullable Instant updatedAt() {
		return fields.firstTime("updated_at", "canceled_at", "expired_at", "failed_at", "replaced_at", "filled_at", "submitted_at", "created_at");
	}
}
