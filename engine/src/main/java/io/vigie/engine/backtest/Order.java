package io.vigie.engine.backtest;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market order on its way.
 *
 * @param due when it is in the market
 * @param legs what rests once it has bought
 * @param cause why it sells; of no meaning where it buys
 */
record Order(Side side, BigDecimal quantity, Instant due, Legs legs, Trade.Cause cause) {

	/** The stop and the target of a position, as prices. */
	record Legs(@Nullable BigDecimal stop, @Nullable BigDecimal target) {

		static final Legs NONE = new Legs(null, null);
	}

	boolean isIn(Instant now) {
		return !now.isBefore(due);
	}
}
