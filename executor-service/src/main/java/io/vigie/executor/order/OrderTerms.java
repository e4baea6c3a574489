package io.vigie.executor.order;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, the quantity left out.
 *
 * @param stopPrice of a trailing stop, where it stands as far as the venue has said
 * @param stopLoss protection that goes with an entry, or beside a target
 * @param takeProfit target that goes with an entry, or is one
 * @param stopLimit the least that the stop beside a target sells at; none for at market
 * @param trail how far the stop stays behind the best price
 * @param notional what to spend, for an order by value
 */
public record OrderTerms(String symbol, Side side, OrderType type, OrderRole role, TimeInForce timeInForce,
		@Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal stopLoss,
		@Nullable BigDecimal takeProfit, @Nullable BigDecimal stopLimit, @Nullable Trail trail, @Nullable BigDecimal notional) {

	/** Of neither a trail nor two orders at once, and by quantity. */
	public OrderTerms(String symbol, Side side, OrderType type, OrderRole role, TimeInForce timeInForce, @Nullable BigDecimal limitPrice,
			@Nullable BigDecimal stopPrice, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
		this(symbol, side, type, role, timeInForce, limitPrice, stopPrice, stopLoss, takeProfit, null, null, null);
	}

	static OrderTerms market(String symbol, Side side, OrderRole role, TimeInForce timeInForce) {
		return new OrderTerms(symbol, side, OrderType.MARKET, role, timeInForce, null, null, null, null);
	}

	OrderTerms protectedBy(BigDecimal stop, BigDecimal target) {
		return new OrderTerms(symbol, side, type, role, timeInForce, limitPrice, stopPrice, stop, target, stopLimit, trail, notional);
	}

	/** Where the venue has moved the stop to. */
	OrderTerms stoppedAt(BigDecimal price) {
		return new OrderTerms(symbol, side, type, role, timeInForce, limitPrice, price, stopLoss, takeProfit, stopLimit, trail, notional);
	}
}
