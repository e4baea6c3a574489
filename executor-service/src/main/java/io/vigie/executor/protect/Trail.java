package io.vigie.executor.protect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where a stop is raised to as the price rises. It never falls. */
final class Trail {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
	/** A stop is not moved for less than this part of the price. */
	private static final BigDecimal LEAST_STEP = new BigDecimal("0.001");
	private static final int LEAST_DIGITS = 2;

	private Trail() {
	}

	/** @param percent of the price */
	static BigDecimal distance(BigDecimal price, BigDecimal percent) {
		return price.multiply(percent).divide(HUNDRED, price.scale() + 2, RoundingMode.UP);
	}

	/**
	 * The higher stop, always below the price; nothing where it may stay. It keeps to the digits the stop was written with, at least cents, so that it
	 * is on the venue's grid.
	 */
	static Optional<BigDecimal> raised(BigDecimal stop, BigDecimal price, BigDecimal distance) {
		if (distance.signum() <= 0) {
			return Optional.empty();
		}
		int digits = Math.max(stop.stripTrailingZeros().scale(), LEAST_DIGITS);
		BigDecimal candidate = price.subtract(distance).setScale(digits, RoundingMode.DOWN);
		boolean worthIt = candidate.subtract(stop).compareTo(price.multiply(LEAST_STEP)) >= 0;
		return worthIt ? Optional.of(candidate) : Optional.empty();
	}
}
