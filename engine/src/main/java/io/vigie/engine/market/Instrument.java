package io.vigie.engine.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Something that can be traded at a venue, with the venue's grid.
 *
 * @param symbol the venue's name for it, {@code AAPL} or {@code BTC/USD}
 * @param base what a position holds, {@code AAPL} or {@code BTC}
 * @param quote what it is paid in, {@code USD}
 * @param tickSize the step of prices, in quote currency
 * @param lotSize the step of quantities, in base units
 * @param minNotional the least value of an order, in quote currency
 */
public record Instrument(String symbol, AssetClass assetClass, String base, String quote, BigDecimal tickSize,
		BigDecimal lotSize, BigDecimal minNotional) {

	public Instrument {
		if (tickSize.signum() <= 0 || lotSize.signum() <= 0 || minNotional.signum() < 0) {
			throw new IllegalArgumentException("Tick and lot size of " + symbol
					+ " must be positive, minimum notional not negative");
		}
	}

	/** A crypto pair is written {@code BASE/QUOTE}; everything else is a stock or ETF paid in USD. */
	public static Instrument of(String symbol, BigDecimal tickSize, BigDecimal lotSize, BigDecimal minNotional) {
		int slash = symbol.indexOf('/');
		return slash < 0
				? new Instrument(symbol, AssetClass.STOCK, symbol, "USD", tickSize, lotSize, minNotional)
				: new Instrument(symbol, AssetClass.CRYPTO, symbol.substring(0, slash), symbol.substring(slash + 1),
						tickSize, lotSize, minNotional);
	}

	/** The price on the venue's grid, rounded as asked: down for a buy limit, up for a sell limit. */
	public BigDecimal onTick(BigDecimal price, RoundingMode rounding) {
		return onGrid(price, tickSize, rounding);
	}

	/** The largest tradable quantity that is not above the given one. */
	public BigDecimal onLot(BigDecimal quantity) {
		return onGrid(quantity, lotSize, RoundingMode.DOWN);
	}

	public boolean isOnTick(BigDecimal price) {
		return price.remainder(tickSize).signum() == 0;
	}

	public boolean isOnLot(BigDecimal quantity) {
		return quantity.remainder(lotSize).signum() == 0;
	}

	private static BigDecimal onGrid(BigDecimal value, BigDecimal step, RoundingMode rounding) {
		return value.divide(step, 0, rounding).multiply(step);
	}
}
