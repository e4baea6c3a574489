package io.vigie.engine.honesty;

/**
 * A Sharpe ratio after allowing for how short, skewed and fat-tailed its returns are and for how many trials it was the best
 * of. From D. H. Bailey and M. López de Prado, "The Deflated Sharpe Ratio: Correcting for Selection Bias, Backtest
 * Overfitting and Non-Normality", Journal of Portfolio Management 40(5), 2014, equations 1 and 2.
 *
 * @param observed Sharpe ratio per period, as measured
 * @param luck Sharpe ratio per period that the best of as many trials is expected to show where none has any skill
 * @param probability that the true Sharpe ratio is above {@code luck}
 */
public record DeflatedSharpe(double observed, double luck, double probability) {

	/** Euler's and Mascheroni's constant. */
	private static final double GAMMA = 0.57721566490153286;

	/**
	 * @param trials how many were tried, the chosen one included; those that resemble each other count in full, which errs
	 *     on the strict side
	 * @param spread standard deviation, over the trials, of their Sharpe ratios per period
	 * @throws IllegalArgumentException for less than one trial or a negative spread
	 */
	public static DeflatedSharpe of(Moments moments, int trials, double spread) {
		double luck = luck(trials, spread);
		return new DeflatedSharpe(moments.sharpe(), luck, aboveBar(moments, luck));
	}

	/** The best Sharpe ratio to be expected of trials without skill. */
	static double luck(int trials, double spread) {
		if (trials < 1 || !(spread >= 0)) {
			throw new IllegalArgumentException("Luck needs at least one trial and no negative spread, not " + trials + " and " + spread);
		}
		if (trials == 1) {
			return 0;
		}
		return spread * ((1 - GAMMA) * Normal.quantile(1 - 1.0 / trials)
				+ GAMMA * Normal.quantile(1 - 1 / (trials * Math.E)));
	}

	/**
	 * Probability that the true Sharpe ratio is above a bar: the probabilistic Sharpe ratio of Bailey and López de Prado, "The
	 * Sharpe Ratio Efficient Frontier", Journal of Risk 15(2), 2012. Zero where there are too few returns to tell, or none
	 * that varies.
	 */
	static double aboveBar(Moments moments, double bar) {
		if (moments.count() < 2 || moments.deviation() == 0) {
			return 0;
		}
		double sharpe = moments.sharpe();
		double spread = 1 - moments.skewness() * sharpe + (moments.kurtosis() - 1) / 4 * sharpe * sharpe;
		return Normal.probability((sharpe - bar) * Math.sqrt(moments.count() - 1) / Math.sqrt(spread));
	}
}
