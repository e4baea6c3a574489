package io.vigie.engine.honesty;

/**
 * How returns are spread, per period as they came, nothing annualised.
 *
 * @param deviation standard deviation of the sample (divided by count - 1)
 * @param skewness third standardised moment, 0 for a normal distribution and for returns that are all alike
 * @param kurtosis fourth standardised moment, 3 for a normal distribution and for returns that are all alike
 */
public record Moments(long count, double mean, double deviation, double skewness, double kurtosis) {

	/** A variance below this share of the mean square is what rounding leaves of returns that are all alike. */
	private static final double ROUNDING = 1e-12;

	public static Moments of(double[] returns) {
		return of(Tally.of(returns, 0, returns.length));
	}

	static Moments of(Tally tally) {
		double n = tally.count();
		if (n == 0) {
			return new Moments(0, 0, 0, 0, 3);
		}
		double mean = tally.sum() / n;
		double second = tally.squares() / n;
		double variance = second - mean * mean;
		if (n < 2 || variance <= ROUNDING * second) {
			return new Moments(tally.count(), mean, 0, 0, 3);
		}
		double third = tally.cubes() / n - 3 * mean * second + 2 * mean * mean * mean;
		double fourth = tally.fourths() / n - 4 * mean * tally.cubes() / n + 6 * mean * mean * second
				- 3 * mean * mean * mean * mean;
		return new Moments(tally.count(), mean, Math.sqrt(variance * n / (n - 1)), third / Math.pow(variance, 1.5),
				fourth / (variance * variance));
	}

	/** The Sharpe ratio alone, for who asks for millions of them. */
	static double sharpe(long count, double sum, double squares) {
		double mean = sum / count;
		double second = squares / count;
		double variance = second - mean * mean;
		return count < 2 || variance <= ROUNDING * second ? 0 : mean / Math.sqrt(variance * count / (count - 1));
	}

	/** Mean over deviation, per period and with nothing taken off for a riskless rate; 0 where nothing varies. */
	public double sharpe() {
		return deviation == 0 ? 0 : mean / deviation;
	}
}
