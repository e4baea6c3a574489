package io.vigie.executor.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order at the fake venue. */
public final class FakeOrder {

	public final String id = UUID.randomUUID().toString();
	public final String clientOrderId;
	public final String symbol;
	public final String side;
	public final String type;
	public final BigDecimal quantity;
	public final @Nullable BigDecimal limitPrice;
	public final @Nullable BigDecimal stopPrice;
	public final List<FakeOrder> legs = new ArrayList<>();
	public final Instant createdAt;
	public BigDecimal filled = BigDecimal.ZERO;
	public String status = "new";
	/** The id of the order whose place it took. */
	public @Nullable String replaces;

	FakeOrder(String clientOrderId, String symbol, String side, String type, BigDecimal quantity, @Nullable BigDecimal limitPrice,
			@Nullable BigDecimal stopPrice, Instant createdAt) {
		this.clientOrderId = clientOrderId;
		this.symbol = symbol;
		this.side = side;
		this.type = type;
		this.quantity = quantity;
		this.limitPrice = limitPrice;
		this.stopPrice = stopPrice;
		this.createdAt = createdAt;
	}

	public boolean isOpen() {
		return !List.of("filled", "canceled", "expired", "rejected", "replaced").contains(status);
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>(Map.of("id", id, "client_order_id", clientOrderId, "symbol", symbol, "side", side,
				"type", type, "qty", quantity.toPlainString(), "filled_qty", filled.toPlainString(), "status", status, "created_at", createdAt.toString()));
		json.put("limit_price", limitPrice);
		json.put("stop_price", stopPrice);
		json.put("replaces", replaces);
		json.put("some_new_field", true);
		if (!legs.isEmpty()) {
			json.put("legs", legs.stream().map(FakeOrder::json).toList());
		}
		return json;
	}
}
