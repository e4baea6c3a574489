package io.vigie.executor.venue;

import io.vigie.common.venue.MissingField;
import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.common.venue.VenueOrderFields;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the broker's answers tolerantly: a field that is gone or new stops nothing that another can tell. An answer that can't
 * be understood without it counts as lost, by the name of the field; no quantity is ever zero for want of one.
 */
final class AlpacaJson {

	private final Symbols symbols;
	private final VenueDrift drift;
	private final Records records;
	private final ActivityJson activities;

	/**
	 * What the venue can be asked for elsewhere.
	 *
	 * @param ordered how much an order was for; empty where the venue does not say
	 */
	record Records(Filled filled, Function<String, Optional<BigDecimal>> ordered) {
	}

	/** How much of an order has filled, by the account's history. */
	@FunctionalInterface
	interface Filled {

		BigDecimal of(String orderId, @Nullable Instant createdAt, boolean hasTraded);
	}

	AlpacaJson(Symbols symbols, VenueDrift drift, Records records) {
		this.symbols = symbols;
		this.drift = drift;
		this.records = records;
		this.activities = new ActivityJson(symbols, drift, records.ordered());
	}

	/** @throws AnswerLost where it can't be understood */
	VenueOrder order(JsonNode json) {
		return understood(() -> order(json, null));
	}

	/** @throws AnswerLost where it can't be understood */
	List<VenueOrder> orders(JsonNode json) {
		return each(json, "orders", it -> order(it, null));
	}

	/** @throws AnswerLost where it can't be understood */
	VenueAccount account(JsonNode json) {
		return understood(() -> {
			var fields = new VenueFields(json, "account", drift);
			BigDecimal cash = fields.neededDecimal("cash");
			return new VenueAccount(otherwise(fields, "currency", fields.text("currency"), "USD"), cash,
					otherwise(fields, "buying_power", fields.decimal("buying_power"), cash));
		});
	}

	/** @throws AnswerLost where it can't be understood: no list is not an empty one */
	List<VenuePosition> positions(JsonNode json) {
		return each(json, "positions", this::position);
	}

	/** The entries that can be understood. @throws AnswerLost where one that can't may be a fill */
	List<VenueActivity> activities(List<JsonNode> page) {
		return understood(() -> page.stream().map(activities::read).flatMap(Optional::stream).toList());
	}

	/** @throws AnswerLost where it has none */
	String activityId(JsonNode json) {
		return understood(() -> new VenueFields(json, "activity", drift).needed("id"));
	}

	/** @param entrySymbol what a leg has in common with the order it came with; nothing for an order by itself */
	private VenueOrder order(JsonNode json, @Nullable String entrySymbol) {
		var order = new VenueOrderFields(json, entrySymbol == null ? "order" : "order.legs", drift);
		VenueFields fields = order.fields();
		String id = fields.needed("id");
		String symbol = entrySymbol == null ? fields.needed("symbol") : otherwise(fields, "symbol", fields.text("symbol"), entrySymbol);
		Side side = order.side();
		String status = order.status();
		Instant createdAt = order.createdAt();
		BigDecimal told = order.filled();
		BigDecimal filled = told == null ? records.filled().of(id, createdAt, order.hasTraded()) : told;
		return new VenueOrder(id, order.clientOrderId(), symbols.ours(symbol), side, order.type(), state(status), status, order.quantity(), filled,
				order.limitPrice(), order.stopPrice(), createdAt == null ? Instant.EPOCH : createdAt,
				fields.list("legs").stream().map(it -> order(it, symbol)).toList(), fields.textOrNull("replaces"));
	}

	private VenuePosition position(JsonNode json) {
		var fields = new VenueFields(json, "position", drift);
		BigDecimal quantity = fields.neededDecimal("qty");
		BigDecimal price = fields.decimal("current_price");
		if (price == null) {
			fields.lacks("current_price");
		}
		return new VenuePosition(symbols.ours(fields.needed("symbol"), fields.text("asset_class")), quantity, paid(fields, quantity), price);
	}

	private static BigDecimal paid(VenueFields fields, BigDecimal quantity) {
		BigDecimal paid = fields.decimal("avg_entry_price");
		if (paid != null) {
			return paid;
		}
		BigDecimal cost = fields.decimal("cost_basis");
		if (cost == null || quantity.signum() == 0) {
			throw fields.missing("avg_entry_price");
		}
		fields.lacks("avg_entry_price");
		return cost.divide(quantity, MathContext.DECIMAL64);
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

	private <T> List<T> each(JsonNode json, String what, Function<JsonNode, T> read) {
		return understood(() -> elements(json, what).stream().map(read).toList());
	}

	/** @throws AnswerLost where it is no list */
	List<JsonNode> elements(JsonNode json, String what) {
		if (!json.isArray()) {
			drift.lacks(what);
			throw new AnswerLost("The venue's answer is no list of " + what, null);
		}
		return json.valueStream().toList();
	}

	private static <T> T otherwise(VenueFields fields, String field, @Nullable T value, T otherwise) {
		if (value == null) {
			fields.lacks(field);
			return otherwise;
		}
		return value;
	}

	private static <T> T understood(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (MissingField e) {
			throw new AnswerLost("The venue's answer can't be understood: " + e.getMessage(), e);
		}
	}
}
