package io.vigie.executor.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one bot has made of its capital, every cent explained: {@code gross} less {@code fees} is {@code net}, and capital and
 * {@code net} are the equity.
 *
 * @param realised before fees
 * @param income dividends and interest
 * @param adjustments what reconciliations took over from the broker without an explanation
 * @param gross without fees
 * @param fees the broker charged
 * @param modelled what our own models would have charged instead
 */
public record Profit(String bot, String currency, BigDecimal capital, BigDecimal equity, BigDecimal realised, BigDecimal unrealised,
		BigDecimal income, BigDecimal adjustments, BigDecimal gross, BigDecimal fees, BigDecimal net, Modelled modelled,
		List<OfSymbol> symbols) {

	/**
	 * Fees beside those the broker charged, never in addition to them.
	 *
	 * @param venueFees by maker and taker rates
	 * @param flatFees a fixed amount per filled order
	 */
	public record Modelled(BigDecimal venueFees, BigDecimal netOfVenueFees, BigDecimal flatFees, BigDecimal netOfFlatFees) {
	}

	/** @param fees the broker charged for its orders; fees of no order are in the bot's sum only */
	public record OfSymbol(String symbol, long fills, BigDecimal turnover, BigDecimal realised, BigDecimal fees, BigDecimal modelledFees) {
	}
}
