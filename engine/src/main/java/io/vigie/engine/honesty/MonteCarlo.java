package io.vigie.engine.honesty;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What else the same trades could have led to: as many trades are drawn again and again, with replacement, and put one after
 * the other (B. Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7(1), 1979). It assumes that
 * trades don't depend on each other and that the future brings the like of the past; it knows nothing of what falls within a trade.
 *
 * @param runs how often a series of trades was drawn
 * @param finalReturn what a series made of the capital, as a fraction: 0.1 is ten per cent gained
 * @param drawdown the deepest fall of a series from its peak so far, as a fraction of that peak, 0 to 1
 * @param loss share of the series that ended below where they began
 */
public record MonteCarlo(int runs, Quantiles finalReturn, Quantiles drawdown, double loss) {

	private static final int MOST_RUNS = 1_000_000;

	/**
	 * @param returns what each trade made, as a fraction of the equity before it
	 * @param seed the same seed gives the same result
	 * @throws IllegalArgumentException without trades, or for a number of runs that is not between 1 and a million
	 */
	public static MonteCarlo of(double[] returns, int runs, long seed) {
		if (returns.length == 0 || runs < 1 || runs > MOST_RUNS) {
			throw new IllegalArgumentException("Resampling needs a trade at least and 1 to " + MOST_RUNS + " runs, not "
					+ returns.length + " and " + runs);
		}
		// Named, since the default generator is allowed to change with the runtime.
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		double[] finals = new double[runs];
		double[] drawdowns = new double[runs];
		int lost = 0;
		for (int run = 0; run < runs; run++) {
			double equity = 1;
			double peak = 1;
			double deepest = 0;
			for (int i = 0; i < returns.length; i++) {
				equity = Math.max(0, equity * (1 + returns[random.nextInt(returns.length)]));
				peak = Math.max(peak, equity);
				deepest = Math.max(deepest, 1 - equity / peak);
			}
			finals[run] = equity - 1;
			drawdowns[run] = deepest;
			lost += equity < 1 ? 1 : 0;
		}
		return new MonteCarlo(runs, Quantiles.of(finals), Quantiles.of(drawdowns), (double) lost / runs);
	}
}
