package io.vigie.engine.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices and measures in a sentence: two decimals, more where it is below one. */
final class Words {

	private static final double ONE = 1;

	private Words() {
	}

	static String of(double value) {
		return decimal(value, value != 0 && Math.abs(value) < ONE ? 4 : 2).toPlainString();
	}

	static BigDecimal decimal(double value, int scale) {
		return new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
	}
}
