package io.vigie.engine.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices and measures in a sentence: two decimals, up to four where it is below one. */
final class Words {

	private static final double ONE = 1;

	private Words() {
	}

	static String of(double value) {
		BigDecimal told = decimal(value, Math.abs(value) < ONE ? 4 : 2).stripTrailingZeros();
		return told.setScale(Math.max(told.scale(), 2)).toPlainString();
	}

	static BigDecimal decimal(double value, int scale) {
		return new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
	}
}
