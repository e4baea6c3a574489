package io.vigie.local.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured values in order, to be asked for percentiles. */
final class Sample {

	private final double[] sorted;

	Sample(Collection<Double> values) {
		sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

	int size() {
		return sorted.length;
	}

	boolean isEmpty() {
		return sorted.length == 0;
	}

	/** The smallest value that so many percent do not exceed; not a number where nothing was measured. */
	double percentile(double percent) {
		if (isEmpty()) {
			return Double.NaN;
		}
		int rank = (int) Math.ceil(percent / 100 * sorted.length);
		return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
	}

	/** The middle; between the two middle ones where their number is even. */
	double median() {
		int middle = sorted.length / 2;
		return isEmpty() ? Double.NaN : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	String p50AndP99() {
		return isEmpty() ? "nothing" : String.format(Locale.ROOT, "%.1f / %.1f ms", percentile(50), percentile(99));
	}

	@Override
	public String toString() {
		return Arrays.toString(sorted);
	}
}
