package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.Arrays;

/** The sum of the last so many values, exact however long it rolls. */
final class RollingSum {

	private final BigDecimal[] values;
	private BigDecimal sum = BigDecimal.ZERO;
	private int next;

	RollingSum(int length) {
		values = new BigDecimal[length];
		Arrays.fill(values, BigDecimal.ZERO);
	}

	/** Takes a value, and lets go of the one that is as many values old as there are places. */
	void add(BigDecimal value) {
		sum = sum.add(value).subtract(values[next]);
		values[next] = value;
		next = next + 1 == values.length ? 0 : next + 1;
	}

	BigDecimal sum() {
		return sum;
	}

	BigDecimal length() {
		return BigDecimal.valueOf(values.length);
	}
}
