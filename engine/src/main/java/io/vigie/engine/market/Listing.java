package io.vigie.engine.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says about something that can be traded there. What it does not say is nothing, and never zero.
 *
 * @param symbol the venue's name for it, {@code AAPL} or {@code BTC/USD}
 * @param fractionable whether parts of a unit are taken
 * @param leastQuantity the least quantity of an order, in base units
 * @param quantityStep what quantities must be a multiple of, in base units
 * @param priceStep what prices must be a multiple of, in quote currency
 */
public record Listing(String symbol, @Nullable Boolean tradable, @Nullable Boolean fractionable, @Nullable Boolean shortable,
		@Nullable BigDecimal leastQuantity, @Nullable BigDecimal quantityStep, @Nullable BigDecimal priceStep) {

	/** Of what is sold in parts, where the venue names no step: Alpaca counts nine decimals. */
	private static final BigDecimal FINEST = new BigDecimal("0.000000001");

	public Listing {
		positive(symbol, leastQuantity);
		positive(symbol, quantityStep);
		positive(symbol, priceStep);
	}

	/**
	 * The instrument as it can be traded there: the venue's tick where it names one, and lots no finer than its own. Lots that are
	 * coarser than the venue's are somebody's choice and stay, on the venue's grid.
	 */
	public Instrument narrowed(Instrument own) {
		BigDecimal lot = quantityStep == null ? own.lotSize() : coarsened(own.lotSize(), quantityStep);
		BigDecimal whole = Boolean.FALSE.equals(fractionable) ? coarsened(lot, BigDecimal.ONE) : lot;
		return new Instrument(own.symbol(), own.assetClass(), own.base(), own.quote(), priceStep == null ? own.tickSize() : priceStep, whole,
				own.minNotional());
	}

	/** The instrument in lots as fine as the venue's, where it has said that it takes parts of a unit; as it is where not. */
	public Instrument refined(Instrument own) {
		return Boolean.TRUE.equals(fractionable) ? new Instrument(own.symbol(), own.assetClass(), own.base(), own.quote(), own.tickSize(),
				(quantityStep == null ? FINEST : quantityStep).min(own.lotSize()), own.minNotional()) : own;
	}

	/** The least multiple of the step that is not below the lot. */
	private static BigDecimal coarsened(BigDecimal lot, BigDecimal step) {
		return lot.remainder(step).signum() == 0 ? lot : lot.divide(step, 0, RoundingMode.UP).multiply(step);
	}

	private static void positive(String symbol, @Nullable BigDecimal value) {
		if (value != null && value.signum() <= 0) {
			throw new IllegalArgumentException("Steps and least quantity of " + symbol + " must be positive where there are any");
		}
	}
}
