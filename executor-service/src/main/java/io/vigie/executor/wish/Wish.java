package io.vigie.executor.wish;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants for a bot. How much of it is for risk to say.
 *
 * @param side {@code BUY}, or {@code SELL} for all that the bot holds
 * @param type market where none is named
 * @param id the same wish sent twice with the same id is one wish
 */
record Wish(@NotBlank(message = "must name a bot") @Size(max = 40) String bot, @NotBlank(message = "must name a symbol") @Size(max = 20) String symbol,
		@NotNull(message = "must be BUY or SELL") Side side, @Nullable OrderType type, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice,
		@Nullable BigDecimal stopPrice, @NotBlank(message = "must say why") @Size(max = 500) String reason, @Nullable UUID id) {

	@Nullable OrderStyle style() {
		boolean plain = type == null && timeInForce == null && limitPrice == null && stopPrice == null;
		return plain ? null : new OrderStyle(type == null ? OrderType.MARKET : type, timeInForce, limitPrice, stopPrice);
	}
}
