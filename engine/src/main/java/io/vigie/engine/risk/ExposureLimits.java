package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much may be out in the market at a time. Fractions are of one; the bot's is of its own base, all others of what all
 * bots have together.
 *
 * @param leverage times the equity that everything together may be worth
 */
public record ExposureLimits(BigDecimal symbol, BigDecimal bot, BigDecimal assetClass, BigDecimal sector, BigDecimal global,
		BigDecimal leverage) {

	/** Nobody may set more. */
	public static final BigDecimal MOST_LEVERAGE = BigDecimal.TEN;

	public ExposureLimits {
		for (BigDecimal limit : List.of(symbol, bot, assetClass, sector, global, leverage)) {
			if (limit.signum() <= 0) {
				throw new IllegalArgumentException("Exposure limits must be above zero, this one is " + limit.toPlainString());
			}
		}
		if (leverage.compareTo(MOST_LEVERAGE) > 0) {
			throw new IllegalArgumentException("Leverage must not be above 10, this is " + leverage.toPlainString());
		}
	}
}
