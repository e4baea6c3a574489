package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Indicator values, which are binary, compared and told as people would. */
final class Figures {

	private static final int SCALE = 8;
	private static final double UNIT = 1e8;
	/** Below this, eight decimals fit a whole number that a double still holds exactly enough. */
	private static final double LARGE = 1e9;
	/** Differences smaller than this part of the numbers are what rounding left, not the market. */
	private static final double ALIKE = 1e-9;

	private Figures() {
	}

	/** Minus one, zero or one as the first is below, like or above the second; as like as rounding lets them be. */
	static int order(double first, double second) {
		return order(first, second, Math.max(Math.abs(first), Math.abs(second)));
	}

	/**
	 * The same for what differences of numbers as large as {@code scale} left: small ones, rounded as coarsely. What is not
	 * known yet is in no order.
	 */
	static int order(double first, double second, double scale) {
		double distance = first - second;
		return Double.isNaN(distance) || Math.abs(distance) <= ALIKE * scale ? 0 : distance > 0 ? 1 : -1;
	}

	/** Rounded to eight decimals, and no more digits than it has. */
	static BigDecimal decimal(double value) {
		BigDecimal rounded = (Math.abs(value) < LARGE ? BigDecimal.valueOf(Math.round(value * UNIT), SCALE)
				: new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN)).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}

	/** In a sentence: two decimals, more where it is below one. */
	static String words(double value) {
		return Exact.words(decimal(value));
	}

	/** One half, and up to another half the further {@code distance} is compared with {@code scale}, where there is one. */
	static BigDecimal confidence(double distance, double scale) {
		return Exact.confidence(decimal(distance), decimal(scale));
	}
}
