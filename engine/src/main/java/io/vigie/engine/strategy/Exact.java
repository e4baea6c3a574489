package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals in decisions: how clear a case is, and numbers in sentences. */
final class Exact {

	private static final int CONFIDENCE_SCALE = 4;
	private static final BigDecimal HALF = new BigDecimal("0.5");

	private Exact() {
	}

	/** One half, and up to another half the further {@code distance} is compared with {@code scale}, where there is one. */
	static BigDecimal confidence(BigDecimal distance, BigDecimal scale) {
		BigDecimal share = scale.signum() <= 0 ? BigDecimal.ZERO
				: distance.abs().divide(scale, CONFIDENCE_SCALE, RoundingMode.HALF_EVEN).min(BigDecimal.ONE);
		return HALF.add(HALF.multiply(share)).setScale(CONFIDENCE_SCALE, RoundingMode.HALF_EVEN);
	}

	/** A price or average in a sentence: two decimals, more where it is below one. */
	static String words(BigDecimal value) {
		int scale = value.abs().compareTo(BigDecimal.ONE) < 0 ? 6 : 2;
		return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
	}
}
