package io.vigie.engine.honesty;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Returns that nobody earned. */
final class Luck {

	private Luck() {
	}

	static double[] returns(long seed, int count, double mean, double deviation) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		double[] returns = new double[count];
		for (int i = 0; i < count; i++) {
			returns[i] = random.nextGaussian(mean, deviation);
		}
		return returns;
	}

	/** One array of returns for each trial, none with any skill. */
	static List<double[]> trials(long seed, int trials, int count) {
		return IntStream.range(0, trials).mapToObj(i -> returns(seed * 1_000_003 + i, count, 0, 0.01)).toList();
	}
}
