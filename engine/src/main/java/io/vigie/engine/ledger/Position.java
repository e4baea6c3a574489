package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A holding at average cost. Keeps the cost as a whole, so that what is realised over a position's life is exactly what was
 * received minus what was paid, however it was cut.
 *
 * @param cost paid for what is held now, fees left out
 * @param realised profit and loss since the beginning, fees left out
 */
public record Position(String symbol, BigDecimal quantity, BigDecimal cost, BigDecimal realised) {

	private static final int AVERAGE_SCALE = 18;

	public static Position none(String symbol) {
		return new Position(symbol, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
	}

	/** Per unit; zero where nothing is held. */
	public BigDecimal averagePrice() {
		return quantity.signum() == 0
				? BigDecimal.ZERO
				: plain(cost.divide(quantity, AVERAGE_SCALE, RoundingMode.HALF_EVEN));
	}

	public BigDecimal value(BigDecimal price) {
		return quantity.multiply(price);
	}

	public BigDecimal unrealised(BigDecimal price) {
		return value(price).subtract(cost);
	}

	/**
	 * After units moved in for money out, or the other way round. What goes the way the position stands adds to it; what
	 * goes against it realises, and what goes beyond zero opens the other way.
	 *
	 * @param units gained, negative where given
	 * @param paid money given for them, negative where received
	 */
	public Position moved(BigDecimal units, BigDecimal paid) {
		if (units.signum() == 0 && quantity.signum() == 0) {
			// Money for units that are gone already, e.g. what a broker pays where a split left less than one.
			return new Position(symbol, quantity, BigDecimal.ZERO, realised.subtract(paid).subtract(cost));
		}
		boolean reduces = quantity.signum() * units.signum() < 0;
		if (!reduces) {
			return new Position(symbol, quantity.add(units), cost.add(paid), realised);
		}
		if (units.abs().compareTo(quantity.abs()) > 0) {
			BigDecimal closing = quantity.negate();
			BigDecimal paidClosing = share(paid, closing, units);
			return moved(closing, paidClosing).moved(units.subtract(closing), paid.subtract(paidClosing));
		}
		BigDecimal costOut = share(cost, units.negate(), quantity);
		return new Position(symbol, quantity.add(units), cost.subtract(costOut), realised.subtract(paid).subtract(costOut));
	}

	/** Units that came or went for nothing: the cost stays, a split. */
	public Position split(BigDecimal units) {
		return new Position(symbol, quantity.add(units), cost, realised);
	}

	/** Units given away at their cost, as a fee is. What is not held costs nothing: a fee may be told before its fill. */
	public Position withoutUnits(BigDecimal units) {
		BigDecimal held = quantity.max(BigDecimal.ZERO);
		BigDecimal costOut = held.signum() == 0 ? BigDecimal.ZERO : share(cost, units.min(held), held);
		return new Position(symbol, quantity.subtract(units), cost.subtract(costOut), realised);
	}

	private static BigDecimal share(BigDecimal of, BigDecimal part, BigDecimal whole) {
		return part.compareTo(whole) == 0 ? of : of.multiply(part).divide(whole, Posting.MAX_SCALE, RoundingMode.HALF_EVEN);
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
	}
}
