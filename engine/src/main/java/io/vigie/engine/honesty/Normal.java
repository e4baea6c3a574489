package io.vigie.engine.honesty;

/** The standard normal distribution. */
final class Normal {

	/** Beyond this a double can't tell the tail from nothing. */
	private static final double FAR = 38;

	/** Where the series for the body would lose digits and the fraction for the tail already converges quickly. */
	private static final double TAIL = 3;

	private Normal() {
	}

	/**
	 * Probability of a value of at most {@code x}. Taylor series about zero from G. Marsaglia, "Evaluating the Normal
	 * Distribution", Journal of Statistical Software 11(4), 2004; in the tails Laplace's continued fraction for Mills' ratio
	 * (Abramowitz and Stegun, 26.2.14), since the series takes a small difference from one half there.
	 */
	static double probability(double x) {
		if (x > TAIL) {
			return 1 - probability(-x);
		}
		if (x < -FAR) {
			return 0;
		}
		return x < -TAIL ? tail(-x) : body(x);
	}

	private static double body(double x) {
		double sum = x;
		double before = 0;
		double term = x;
		for (int i = 3; sum != before; i += 2) {
			before = sum;
			term *= x * x / i;
			sum += term;
		}
		return 0.5 + sum * density(x);
	}

	private static double tail(double x) {
		double fraction = x;
		for (int i = 60; i > 0; i--) {
			fraction = x + i / fraction;
		}
		return density(x) / fraction;
	}

	private static double density(double x) {
		return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
	}

	/**
	 * The value that is not exceeded with the given probability: bisection on {@link #probability}, which is slow and exact;
	 * it is asked for twice per sweep.
	 *
	 * @throws IllegalArgumentException unless the probability lies between 0 and 1, ends excluded
	 */
	static double quantile(double probability) {
		if (!(probability > 0 && probability < 1)) {
			throw new IllegalArgumentException("A quantile needs a probability between 0 and 1, not " + probability);
		}
		double low = -FAR;
		double high = FAR;
		while (true) {
			double middle = (low + high) / 2;
			if (middle <= low || middle >= high) {
				return middle;
			}
			if (probability(middle) < probability) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
	}
}
