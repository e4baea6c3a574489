package io.vigie.engine.strategy;

import java.math.BigDecimal;

/** A number that tunes a strategy, with the range it makes sense in, ends included. */
public record Parameter(String name, BigDecimal byDefault, BigDecimal least, BigDecimal most, boolean whole,
		String meaning) {

	/** Longest period allowed: bounds what an instance keeps. */
	static final int LONGEST_PERIOD = 1000;

	static Parameter period(String name, int byDefault, int least, String meaning) {
		return new Parameter(name, BigDecimal.valueOf(byDefault), BigDecimal.valueOf(least),
				BigDecimal.valueOf(LONGEST_PERIOD), true, meaning);
	}

	static Parameter percent(String name, int byDefault, String meaning) {
		return new Parameter(name, BigDecimal.valueOf(byDefault), BigDecimal.ZERO, BigDecimal.valueOf(100), false, meaning);
	}

	static Parameter number(String name, String byDefault, String least, String most, String meaning) {
		return new Parameter(name, new BigDecimal(byDefault), new BigDecimal(least), new BigDecimal(most), false, meaning);
	}

	BigDecimal check(BigDecimal value) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException("Parameter '" + name + "' must lie between " + least + " and " + most
					+ ", not be " + value.toPlainString());
		}
		if (whole && value.stripTrailingZeros().scale() > 0) {
			throw new IllegalArgumentException("Parameter '" + name + "' must be a whole number, not " + value.toPlainString());
		}
		return value;
	}
}
