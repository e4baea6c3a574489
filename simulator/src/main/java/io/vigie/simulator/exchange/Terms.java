package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.OrderType;
import io.vigie.engine.venue.Trail;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, as asked. Prices are present where the kind needs them.
 *
 * @param quantity base units, absent where the order says how much to spend instead
 * @param notional how much to spend or raise, in quote currency
 */
public record Terms(String symbol, Side side, @Nullable BigDecimal quantity, @Nullable BigDecimal notional, Kind kind,
		TimeInForce timeInForce, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice,
		@Nullable BigDecimal trailPrice, @Nullable BigDecimal trailPercent, boolean extendedHours) {

	/** @param last the last print, where a trail begins */
	OrderType toOrderType(BigDecimal last) {
		return switch (kind) {
			case MARKET -> new OrderType.Market();
			case LIMIT -> new OrderType.Limit(Objects.requireNonNull(limitPrice));
			case STOP -> new OrderType.Stop(Objects.requireNonNull(stopPrice));
			case STOP_LIMIT -> new OrderType.StopLimit(Objects.requireNonNull(stopPrice), Objects.requireNonNull(limitPrice));
			case TRAILING_STOP -> new OrderType.TrailingStop(trailPrice != null ? new Trail.Amount(trailPrice)
					: new Trail.Percent(Objects.requireNonNull(trailPercent)), last);
		};
	}

	/** The price a buy is reckoned at before it trades. */
	BigDecimal reference(BigDecimal last) {
		if (limitPrice != null) {
			return limitPrice;
		}
		return stopPrice != null ? stopPrice.max(last) : last;
	}

	Terms withQuantity(BigDecimal wanted) {
		return new Terms(symbol, side, wanted, notional, kind, timeInForce, limitPrice, stopPrice, trailPrice, trailPercent,
				extendedHours);
	}

	/** The same order with what a replacement names; what it leaves out stays. */
	Terms amended(Command.Replace by) {
		BigDecimal trail = by.trail();
		return new Terms(symbol, side, by.quantity() != null ? by.quantity() : quantity, notional, kind,
				by.timeInForce() != null ? by.timeInForce() : timeInForce,
				by.limitPrice() != null ? by.limitPrice() : limitPrice, by.stopPrice() != null ? by.stopPrice() : stopPrice,
				trail != null && trailPrice != null ? trail : trailPrice,
				trail != null && trailPercent != null ? trail : trailPercent, extendedHours);
	}
}
