package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.Decimals.optionalText;
import static io.vigie.simulator.exchange.Decimals.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Side;
import io.vigie.engine.venue.OrderType;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.Terms;
import io.vigie.simulator.exchange.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order as Alpaca shows it. */
@JsonPropertyOrder
public record OrderView(UUID id, String clientOrderId, Instant createdAt, Instant updatedAt, Instant submittedAt,
		@Nullable Instant filledAt, @Nullable Instant expiredAt, @Nullable Instant canceledAt, @Nullable Instant failedAt,
		@Nullable Instant replacedAt, @Nullable UUID replacedBy, @Nullable UUID replaces, UUID assetId, String symbol,
		String assetClass, @Nullable String notional, @Nullable String qty, String filledQty, @Nullable String filledAvgPrice,
		String orderClass, String orderType, String type, String side, String positionIntent, String timeInForce,
		@Nullable String limitPrice, @Nullable String stopPrice, String status, boolean extendedHours,
		@Nullable List<OrderView> legs, @Nullable String trailPercent, @Nullable String trailPrice, @Nullable String hwm,
		@Nullable String subtag, @Nullable String source) {

	/** Without its legs, as in a flat list and in account updates. */
	public static OrderView flat(Order order) {
		return of(order, order.status().wire(), null);
	}

	/** With its legs, where it has some. */
	static OrderView nested(Order order, Function<UUID, Order> legs) {
		return of(order, order.status().wire(), legs(order, legs));
	}

	/** The answer to a new order: received, and on its way to the market. */
	static OrderView pending(Order order, Function<UUID, Order> legs) {
		return of(order, "pending_new", legs(order, legs));
	}

	/** Alpaca's word for a class of assets. */
	public static String assetClass(AssetClass assetClass) {
		return assetClass == AssetClass.CRYPTO ? "crypto" : "us_equity";
	}

	private static @Nullable List<OrderView> legs(Order order, Function<UUID, Order> legs) {
		return order.legs().isEmpty() ? null : order.legs().stream().map(it -> flat(legs.apply(it))).toList();
	}

	private static OrderView of(Order order, String status, @Nullable List<OrderView> legs) {
		Terms terms = order.terms();
		Timeline times = order.times();
		boolean crypto = order.symbol().contains("/");
		OrderType.TrailingStop trail = order.working() instanceof OrderType.TrailingStop it ? it : null;
		String highWaterMark = trail == null ? null : text(trail.extreme());
		BigDecimal stop = trail == null ? terms.stopPrice() : trail.trail().stop(terms.side(), trail.extreme());
		return new OrderView(order.id(), order.clientOrderId(), times.createdAt(), times.updatedAt(), times.createdAt(),
				times.filledAt(), times.expiredAt(), times.canceledAt(), times.failedAt(), times.replacedAt(), order.replacedBy(),
				order.replaces(), Exchange.assetId(order.symbol()), order.symbol(), crypto ? "crypto" : "us_equity",
				optionalText(terms.notional()), terms.notional() == null ? optionalText(terms.quantity()) : null,
				text(order.filledQuantity()), optionalText(order.averagePrice().orElse(null)), order.orderClass().wire(),
				terms.kind().wire(), terms.kind().wire(), terms.side().name().toLowerCase(Locale.ROOT),
				terms.side() == Side.BUY ? "buy_to_open" : "sell_to_close", terms.timeInForce().wire(),
				optionalText(terms.limitPrice()), optionalText(stop), status, terms.extendedHours(), legs,
				optionalText(terms.trailPercent()), optionalText(terms.trailPrice()), highWaterMark, null, "access_key");
	}
}
