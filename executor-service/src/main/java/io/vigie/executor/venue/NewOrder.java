package io.vigie.executor.venue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order as the broker wants it written.
 *
 * @param takeProfit target of a bracket, or of an OCO where it sells, with {@code stopLoss}; neither for a simple order
 * @param stopLimit the least that the stop of an OCO sells at; none for at market
 * @param trail how far a trailing stop stays behind
 * @param notional what to spend, instead of the quantity; none for by quantity
 */
public record NewOrder(String clientOrderId, String symbol, Side side, OrderType type, TimeInForce timeInForce,
		BigDecimal quantity, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal takeProfit,
		@Nullable BigDecimal stopLoss, @Nullable BigDecimal stopLimit, @Nullable Trail trail, @Nullable BigDecimal notional) {

	/** Of neither a trail nor an OCO, and by quantity. */
	public NewOrder(String clientOrderId, String symbol, Side side, OrderType type, TimeInForce timeInForce, BigDecimal quantity,
			@Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal takeProfit, @Nullable BigDecimal stopLoss) {
		this(clientOrderId, symbol, side, type, timeInForce, quantity, limitPrice, stopPrice, takeProfit, stopLoss, null, null, null);
	}

	Body body() {
		boolean legs = takeProfit != null && stopLoss != null;
		boolean oco = legs && side == Side.SELL;
		return new Body(clientOrderId, symbol, lower(side), lower(type), lower(timeInForce), notional == null ? quantity.toPlainString() : null,
				notional == null ? null : notional.toPlainString(),
				oco ? null : limitPrice, stopPrice, trail instanceof Trail.Amount(BigDecimal distance) ? distance.toPlainString() : null,
				trail instanceof Trail.Percent(BigDecimal percent) ? percent.toPlainString() : null, oco ? "oco" : legs ? "bracket" : null,
				legs ? new TakeProfit(takeProfit) : null, legs ? new StopLoss(stopLoss, stopLimit) : null);
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	record Body(String clientOrderId, String symbol, String side, String type, String timeInForce,
			@JsonProperty("qty") @Nullable String quantity, @Nullable String notional, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice,
			@Nullable String trailPrice, @Nullable String trailPercent, @Nullable String orderClass, @Nullable TakeProfit takeProfit, @Nullable StopLoss stopLoss) {
	}

	record TakeProfit(@Nullable BigDecimal limitPrice) {
	}

	record StopLoss(@Nullable BigDecimal stopPrice, @Nullable BigDecimal limitPrice) {
	}
}
