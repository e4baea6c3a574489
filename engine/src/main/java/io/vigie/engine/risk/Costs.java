package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What buying costs beyond the last price.
 *
 * @param feeRate the venue's taker fee as a fraction of the notional
 * @param slippage how much worse than the last price a market order may fill, as a fraction; an allowance, not a promise
 */
public record Costs(BigDecimal feeRate, BigDecimal slippage) {

	private static final int SCALE = 8;

	public Costs {
		if (feeRate.signum() < 0 || slippage.signum() < 0) {
			throw new IllegalArgumentException("Fee rate and slippage must not be negative");
		}
	}

	/** The cash that buying the quantity may take at worst, rounded against us. */
	public BigDecimal ofBuying(BigDecimal quantity, BigDecimal price) {
		return quantity.multiply(worstOf(price)).setScale(SCALE, RoundingMode.UP);
	}

	/** The cash that an order for an amount of money takes: it buys less where the price is worse, and its fee comes on top. */
	BigDecimal ofSpending(BigDecimal notional) {
		return notional.multiply(BigDecimal.ONE.add(feeRate)).setScale(SCALE, RoundingMode.UP);
	}

	/** The largest quantity, not yet on a grid, that the cash surely pays for. */
	BigDecimal affordable(BigDecimal cash, BigDecimal price) {
		return cash.max(BigDecimal.ZERO).setScale(SCALE, RoundingMode.DOWN).divide(worstOf(price), SCALE + 4, RoundingMode.DOWN);
	}

	private BigDecimal worstOf(BigDecimal price) {
		return price.multiply(BigDecimal.ONE.add(slippage)).multiply(BigDecimal.ONE.add(feeRate));
	}
}
