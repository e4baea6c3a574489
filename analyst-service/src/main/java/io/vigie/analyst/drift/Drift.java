package io.vigie.analyst.drift;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade as it was and as the backtest has it.
 *
 * @param liveAt none where it was not traded live; as for its price
 * @param backtestAt opening of the bar that the backtest trades in; none where it does not, as for its price
 * @param basisPoints of the backtest's price that live was worse by, negative where it was better; none where one is missing
 */
record Drift(String bot, String symbol, Side side, @Nullable Instant liveAt, @Nullable BigDecimal livePrice,
		@Nullable Instant backtestAt, @Nullable BigDecimal backtestPrice, @Nullable BigDecimal basisPoints, Cause cause,
		String explanation) {

	/** Why the two differ, if they do. */
	enum Cause {
		/** The same price. */
		NONE,
		/** Traded in the same bar at another price. */
		SLIPPAGE,
		/** Traded in a later bar. */
		LATENCY,
		/** Live never saw the bar that the backtest decided on. */
		MISSING_BAR,
		/** Risk refused it. */
		REFUSED_BY_RISK,
		/**
		 * One of the two held something that the other did not, so the same signal meant another thing; also where live was told of the
		 * bar too late to open a position on it, as just after a start.
		 */
		OTHER_POSITION
	}
}
