package io.vigie.executor.wish;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants for a bot. How much of it is for risk to say.
 *
 * @param side {@code BUY}, or {@code SELL} for all that the bot holds
 * @param type market where none is named, limit for an OCO
 * @param orderClass {@code OCO} for a target and a stop of which the first sells all
 * @param takeProfit price of that target
 * @param quantity how much to buy at most; none for as much as risk means
 * @param notional how much to spend at most, in quote currency
 * @param id the same wish sent twice with the same id is one wish
 */
record Wish(@NotBlank(message = "must name a bot") @Size(max = 40) String bot, @NotBlank(message = "must name a symbol") @Size(max = 20) String symbol,
		@NotNull(message = "must be BUY or SELL") Side side, @Nullable OrderType type, @Nullable OrderClass orderClass,
		@Nullable TimeInForce timeInForce, @Nullable @Price BigDecimal limitPrice, @Nullable @Price BigDecimal stopPrice, @Nullable @Price BigDecimal trailPrice,
		@Nullable @Price BigDecimal trailPercent, @Nullable @Price BigDecimal takeProfit, @Nullable @Price BigDecimal quantity,
		@Nullable @Price BigDecimal notional, @NotBlank(message = "must say why") @Size(max = 500) String reason, @Nullable UUID id) {

	enum OrderClass {
		SIMPLE, OCO
	}

	/** Why nobody can want this, in a sentence that names the field; empty where somebody can. */
	Optional<String> flaw(AssetClass assetClass) {
		if (isOco() != (takeProfit != null)) {
			return Optional.of(isOco() ? "An order_class of OCO needs a take_profit." : "A take_profit goes with an order_class of OCO.");
		}
		if (isOco() && type != null && type != OrderType.LIMIT) {
			return Optional.of("The type of an OCO is LIMIT, or left out.");
		}
		OrderStyle style = style();
		return style == null ? Optional.empty() : style.flaw(side, assetClass);
	}

	/** How it is to be done; nothing for at market and at once. */
	@Nullable OrderStyle style() {
		OrderType wanted = type == null ? OrderType.MARKET : type;
		boolean priced = Stream.of(limitPrice, stopPrice, trailPrice, trailPercent, takeProfit, quantity, notional).anyMatch(Objects::nonNull);
		if (wanted == OrderType.MARKET && timeInForce == null && !priced) {
			return null;
		}
		return new OrderStyle(isOco() ? limitPrice == null ? OrderType.STOP : OrderType.STOP_LIMIT : wanted, timeInForce, limitPrice, stopPrice, trailPrice,
				trailPercent, takeProfit, quantity, notional);
	}

	private boolean isOco() {
		return orderClass == OrderClass.OCO;
	}
}
