package io.vigie.local.bench;

import java.util.List;
import java.util.function.Function;

/**
 * What one round of platform, echoes and throughput came to.
 *
 * @param committing the echo whose hops commit
 */
record Round(Chains chains, Sample echo, Sample committing, Throughput.Rates rates) {

	double orderRatio(double percent) {
		return chains.tickToOrder(false).percentile(percent) / echo.percentile(percent);
	}

	double fillRatio(double percent) {
		return chains.tickToFill(false).percentile(percent) / echo.percentile(percent);
	}

	double committingRatio(double percent) {
		return committing.percentile(percent) / echo.percentile(percent);
	}

	static double median(List<Round> rounds, Function<Round, Double> ratio) {
		return new Sample(rounds.stream().map(ratio).filter(value -> !value.isNaN()).toList()).median();
	}
}
