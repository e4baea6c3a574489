package io.vigie.common.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A holding as others see it.
 *
 * @param averagePrice paid per unit, fees left out
 * @param stopLoss price of the resting stop, where one rests
 * @param takeProfit price of the resting target, where one rests
 */
public record PositionView(String symbol, BigDecimal quantity, BigDecimal averagePrice, BigDecimal lastPrice,
		BigDecimal unrealised, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
}
