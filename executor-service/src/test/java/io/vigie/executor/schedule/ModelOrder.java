package io.vigie.executor.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order at the venue. */
public final class ModelOrder {

	private static final Set<String> ENDS = Set.of("filled", "canceled", "expired", "rejected", "replaced");

	final String id;
	final String clientId;
	final String symbol;
	final boolean buy;
	final String type;
	/** Of an order by value, known with its first fill. */
	BigDecimal quantity;
	final @Nullable BigDecimal notional;
	final @Nullable String limitPrice;
	final @Nullable String stopPrice;
	final Instant createdAt;
	/** From when on it is found by its client order id. */
	final Instant foundFrom;
	final @Nullable ModelOrder parent;
	final List<ModelOrder> legs = new ArrayList<>();
	BigDecimal filled = BigDecimal.ZERO;
	private BigDecimal paid = BigDecimal.ZERO;
	String status;

	ModelOrder(String id, String clientId, String symbol, boolean buy, String type, BigDecimal quantity, @Nullable BigDecimal notional, @Nullable String limitPrice,
			@Nullable String stopPrice, Instant createdAt, Instant foundFrom, @Nullable ModelOrder parent) {
		this.id = id;
		this.clientId = clientId;
		this.symbol = symbol;
		this.buy = buy;
		this.type = type;
		this.quantity = quantity;
		this.notional = notional;
		this.limitPrice = limitPrice;
		this.stopPrice = stopPrice;
		this.createdAt = createdAt;
		this.foundFrom = foundFrom;
		this.parent = parent;
		this.status = parent == null ? "new" : "held";
	}

	boolean isOpen() {
		return !ENDS.contains(status);
	}

	/** Can fill now. */
	boolean isWorking() {
		return isOpen() && !status.equals("held");
	}

	/** Money buys whole units at the price of the first fill, and all of them at that price. */
	BigDecimal sizedAt(BigDecimal price) {
		if (notional == null) {
			return price;
		}
		if (filled.signum() == 0) {
			paid = price;
			quantity = notional.divide(price, 0, RoundingMode.DOWN);
		}
		return paid;
	}

	/** As venues tell it: by value, it is for as much as has filled. */
	BigDecimal told() {
		return notional == null ? quantity : filled;
	}

	BigDecimal open() {
		return quantity.subtract(filled);
	}

	/** Without its legs. */
	Map<String, Object> flat() {
		Map<String, Object> json = json();
		json.put("legs", null);
		return json;
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", id);
		json.put("client_order_id", clientId);
		json.put("created_at", createdAt.toString());
		json.put("submitted_at", createdAt.toString());
		json.put("canceled_at", status.equals("canceled") ? createdAt.toString() : null);
		json.put("expired_at", status.equals("expired") ? createdAt.toString() : null);
		json.put("symbol", symbol);
		json.put("asset_class", "us_equity");
		json.put("qty", notional == null ? quantity.toPlainString() : null);
		json.put("notional", notional == null ? null : notional.toPlainString());
		json.put("filled_qty", filled.toPlainString());
		json.put("order_class", legs.isEmpty() ? "simple" : buy ? "bracket" : "oco");
		json.put("type", type);
		json.put("order_type", type);
		json.put("side", buy ? "buy" : "sell");
		json.put("position_intent", buy ? "buy_to_open" : "sell_to_close");
		json.put("time_in_force", "gtc");
		json.put("limit_price", limitPrice);
		json.put("stop_price", stopPrice);
		json.put("status", status);
		json.put("extended_hours", false);
		json.put("legs", legs.isEmpty() ? null : legs.stream().map(ModelOrder::json).toList());
		return json;
	}
}
