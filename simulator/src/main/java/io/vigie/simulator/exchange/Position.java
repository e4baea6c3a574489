package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the account owns of one asset.
 *
 * @param cost what it was paid for, fees apart; a sale takes its share of it
 */
public record Position(String symbol, BigDecimal quantity, BigDecimal cost) {

	private static final int AVERAGE_SCALE = 18;

	static Position none(String symbol) {
		return new Position(symbol, BigDecimal.ZERO, BigDecimal.ZERO);
	}

	public BigDecimal averagePrice() {
		return cost.divide(quantity, AVERAGE_SCALE, RoundingMode.HALF_EVEN);
	}

	Position after(Side side, Execution execution) {
		if (side == Side.BUY) {
			return new Position(symbol, quantity.add(execution.quantity()), cost.add(execution.notional()));
		}
		BigDecimal left = quantity.subtract(execution.quantity());
		BigDecimal share = cost.multiply(left).divide(quantity, MathContext.DECIMAL128);
		return new Position(symbol, left, left.signum() == 0 ? BigDecimal.ZERO : share);
	}
}
