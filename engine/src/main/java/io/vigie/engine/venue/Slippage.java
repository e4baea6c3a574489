package io.vigie.engine.venue;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How much worse than the print a taker trades; the answer is on the instrument's grid, rounded against the taker. */
public sealed interface Slippage {

	Slippage NONE = new BasisPoints(BigDecimal.ZERO);

	/** A fixed part of the price, as half a spread would cost. */
	record BasisPoints(BigDecimal points) implements Slippage {

		public BasisPoints {
			if (points.signum() < 0) {
				throw new IllegalArgumentException("Slippage must not be negative, was " + points.toPlainString());
			}
		}
	}

	/** Grows with the square of the order's share of the traded volume: {@code price * impact * share²}. */
	record VolumeImpact(BigDecimal impact) implements Slippage {

		public VolumeImpact {
			if (impact.signum() < 0) {
				throw new IllegalArgumentException("Impact must not be negative, was " + impact.toPlainString());
			}
		}
	}

	/**
	 * @param quantity what the taker trades
	 * @param volume what traded at the print; no volume means no measurable impact
	 */
	default BigDecimal worsen(Instrument instrument, Side side, BigDecimal price, BigDecimal quantity, BigDecimal volume) {
		BigDecimal part = switch (this) {
			case BasisPoints(BigDecimal points) -> points.movePointLeft(4);
			case VolumeImpact(BigDecimal impact) -> impact.multiply(share(quantity, volume).pow(2));
		};
		BigDecimal distance = price.multiply(part);
		return side == Side.BUY
				? instrument.onTick(price.add(distance), RoundingMode.CEILING)
				: instrument.onTick(price.subtract(distance), RoundingMode.FLOOR).max(instrument.tickSize());
	}

	private static BigDecimal share(BigDecimal quantity, BigDecimal volume) {
		return volume.signum() <= 0 ? BigDecimal.ZERO
				: quantity.divide(volume, MathContext.DECIMAL64).min(BigDecimal.ONE);
	}
}
