package io.vigie.executor.order;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, the quantity left out.
 *
 * @param stopLoss protection that goes with an entry
 * @param takeProfit target that goes with an entry
 */
public record OrderTerms(String symbol, Side side, OrderType type, OrderRole role, TimeInForce timeInForce,
		@Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal stopLoss,
		@Nullable BigDecimal takeProfit) {

	static OrderTerms market(String symbol, Side side, OrderRole role, TimeInForce timeInForce) {
		return new OrderTerms(symbol, side, OrderType.MARKET, role, timeInForce, null, null, null, null);
	}

	OrderTerms protectedBy(BigDecimal stop, BigDecimal target) {
		return new OrderTerms(symbol, side, type, role, timeInForce, limitPrice, stopPrice, stop, target);
	}
}
