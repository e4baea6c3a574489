package io.vigie.engine.fusion;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a source's forecasts came out. A forecast says with a confidence that the price will go one way; what came of it is 1
 * where it did and 0 where it did not. Kept as exact sums, so that taking an old forecast out again leaves no trace of it.
 *
 * @param forecasts that came out
 * @param hits of them right
 * @param confidence sum of confidences
 * @param error sum of the squared differences between confidence and outcome
 */
public record Score(long forecasts, long hits, BigDecimal confidence, BigDecimal error) {

	public static final Score NONE = new Score(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

	/** What saying "one half" to everything scores. */
	public static final BigDecimal COIN = new BigDecimal("0.25");

	public Score {
		if (forecasts < 0 || hits < 0 || hits > forecasts) {
			throw new IllegalArgumentException("There can't be " + hits + " hits in " + forecasts + " forecasts");
		}
	}

	public Score plus(BigDecimal sure, boolean hit) {
		return new Score(forecasts + 1, hits + (hit ? 1 : 0), confidence.add(sure), error.add(squared(sure, hit)));
	}

	/** Takes a forecast out that was put in before. */
	public Score minus(BigDecimal sure, boolean hit) {
		return new Score(forecasts - 1, hits - (hit ? 1 : 0), confidence.subtract(sure), error.subtract(squared(sure, hit)));
	}

	public Score plus(Score other) {
		return new Score(forecasts + other.forecasts, hits + other.hits, confidence.add(other.confidence), error.add(other.error));
	}

	/**
	 * Mean squared error of the forecasts: 0 for one who is always right and sure, 0.25 for one who always says one half, 1 at
	 * worst. G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950, in
	 * the form for two outcomes that counts one of them.
	 *
	 * @throws ArithmeticException where no forecast came out yet
	 */
	public BigDecimal brier() {
		return error.divide(BigDecimal.valueOf(forecasts), MathContext.DECIMAL64);
	}

	/** @throws ArithmeticException where no forecast came out yet */
	public BigDecimal hitRate() {
		return BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(forecasts), MathContext.DECIMAL64);
	}

	/** @throws ArithmeticException where no forecast came out yet */
	public BigDecimal meanConfidence() {
		return confidence.divide(BigDecimal.valueOf(forecasts), MathContext.DECIMAL64);
	}

	private static BigDecimal squared(BigDecimal sure, boolean hit) {
		return (hit ? BigDecimal.ONE.subtract(sure) : sure).pow(2);
	}
}
