package io.vigie.engine.risk;

import java.math.BigDecimal;

/**
 * A decision to close what is held. No entry rule is asked: getting out is never blocked by lack of cash, confidence, a
 * stale price or a broken feed; only by somebody who has halted everything.
 *
 * @param holding in base units
 * @param closing what sell orders by decision, not yet ended, will sell anyway; protective orders are not counted
 * @param state of the bot that decides
 */
public record Exit(String symbol, BigDecimal holding, BigDecimal closing, TradingState state) {

	/** Everything that is not being sold already, on a grid or not: no dust is left behind. */
	BigDecimal quantity() {
		return holding.subtract(closing);
	}
}
