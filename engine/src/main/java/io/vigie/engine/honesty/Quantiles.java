package io.vigie.engine.honesty;

import java.util.Arrays;

/** Where the middle and the tails of many outcomes lie: {@code p05} is not exceeded by 5 % of them. */
public record Quantiles(double p01, double p05, double p25, double p50, double p75, double p95, double p99) {

	/** Sorts the outcomes in place. Between two neighbours a quantile is interpolated: Hyndman and Fan's type 7, as in R and NumPy. */
	static Quantiles of(double[] outcomes) {
		Arrays.sort(outcomes);
		return new Quantiles(at(outcomes, 0.01), at(outcomes, 0.05), at(outcomes, 0.25), at(outcomes, 0.5), at(outcomes, 0.75),
				at(outcomes, 0.95), at(outcomes, 0.99));
	}

	private static double at(double[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) place;
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
	}
}
