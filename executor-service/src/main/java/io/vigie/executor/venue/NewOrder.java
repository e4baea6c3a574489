package io.vigie.executor.venue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order as the broker wants it written.
 *
 * @param takeProfit target of the bracket, with {@code stopLoss}; neither for a simple order
 */
public record NewOrder(String clientOrderId, String symbol, Side side, OrderType type, TimeInForce timeInForce,
		BigDecimal quantity, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal takeProfit,
		@Nullable BigDecimal stopLoss) {

	Body body() {
		boolean bracket = takeProfit != null && stopLoss != null;
		return new Body(clientOrderId, symbol, lower(side), lower(type), lower(timeInForce), quantity.toPlainString(),
				limitPrice, stopPrice, bracket ? "bracket" : null, bracket ? new TakeProfit(takeProfit) : null,
				bracket ? new StopLoss(stopLoss) : null);
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	record Body(String clientOrderId, String symbol, String side, String type, String timeInForce,
			@JsonProperty("qty") String quantity, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice,
			@Nullable String orderClass, @Nullable TakeProfit takeProfit, @Nullable StopLoss stopLoss) {
	}

	record TakeProfit(@Nullable BigDecimal limitPrice) {
	}

	record StopLoss(@Nullable BigDecimal stopPrice) {
	}
}
