package io.vigie.backtest.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values over time.
 *
 * @param at epoch seconds, ascending
 */
record Curve(long[] at, double[] values) {

	private static final MathContext SHOWN = new MathContext(7, RoundingMode.HALF_EVEN);

	Curve {
		if (at.length != values.length || at.length == 0) {
			throw new IllegalArgumentException("A curve needs as many times as values, one at least, not " + at.length + " and " + values.length);
		}
	}

	/**
	 * At most so many points, and none of the extremes lost: of each stretch the lowest and the highest stay, and the first and
	 * the last of all.
	 */
	Curve thinned(int most) {
		if (at.length <= most) {
			return this;
		}
		int stretches = Math.max(1, (most - 2) / 2);
		int[] kept = new int[2 * stretches + 2];
		int count = 0;
		kept[count++] = 0;
		for (int i = 0; i < stretches; i++) {
			int from = start(i, stretches);
			int to = start(i + 1, stretches);
			int low = from;
			int high = from;
			for (int j = from; j < to; j++) {
				low = values[j] < values[low] ? j : low;
				high = values[j] > values[high] ? j : high;
			}
			kept[count++] = Math.min(low, high);
			kept[count++] = Math.max(low, high);
		}
		kept[count++] = at.length - 1;
		int[] distinct = Arrays.stream(kept, 0, count).distinct().toArray();
		return new Curve(Arrays.stream(distinct).mapToLong(i -> at[i]).toArray(), Arrays.stream(distinct).mapToDouble(i -> values[i]).toArray());
	}

	private int start(int stretch, int stretches) {
		return (int) ((long) at.length * stretch / stretches);
	}

	long first() {
		return at[0];
	}

	long last() {
		return at[at.length - 1];
	}

	double least() {
		return DoubleStream.of(values).min().orElseThrow();
	}

	double most() {
		return DoubleStream.of(values).max().orElseThrow();
	}

	/** Seven digits that count are more than a picture shows. */
	List<String> rounded() {
		return DoubleStream.of(values).mapToObj(it -> new BigDecimal(it).round(SHOWN).stripTrailingZeros().toString()).toList();
	}
}
