package io.vigie.engine.risk;

import java.math.BigDecimal;

/**
 * A bot's money as the rules see it, in quote currency.
 *
 * @param capital what the bot was given
 * @param cash settled, holds not subtracted
 * @param held set aside for entries in flight
 * @param equity cash and positions at their last price
 */
public record Account(BigDecimal capital, BigDecimal cash, BigDecimal held, BigDecimal equity) {

	/** What may still be spent. */
	public BigDecimal free() {
		return cash.subtract(held);
	}

	/** What positions are measured by: the capital given, or what is left of it when that is less. */
	public BigDecimal base() {
		return capital.min(equity);
	}
}
