package io.vigie.engine.fusion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What each source's vote weighs by what came of its forecasts, which the source did not know when it made them.
 *
 * <p>A weight is inverse to the mean squared error of the source's forecasts, which is its Brier score (J. M. Bates and C. W. J.
 * Granger, "The combination of forecasts", Operational Research Quarterly 20, 1969, correlations left out: they are poorly
 * known and do harm). Each error is first shrunk towards that of all sources together, as if so many forecasts more had come
 * out no better or worse than anyone's (F. X. Diebold and P. Pauly, "The use of prior information in forecast combination",
 * International Journal of Forecasting 6, 1990): few forecasts move a weight little, and none leave it at 1.
 */
public final class Weights {

	/** Everyone alike. */
	public static final Weights EQUAL = new Weights(Map.of());

	private static final MathContext PRECISION = MathContext.DECIMAL64;

	private final Map<String, BigDecimal> bySource;

	private Weights(Map<String, BigDecimal> bySource) {
		this.bySource = Map.copyOf(bySource);
	}

	/** @param shrinkage how many forecasts of average quality are added to each source's own; positive */
	public static Weights of(Map<String, Score> scores, int shrinkage) {
		if (shrinkage <= 0) {
			throw new IllegalArgumentException("Shrinkage must be positive, not " + shrinkage);
		}
		Score everyone = sum(scores.values());
		if (everyone.error().signum() == 0) {
			return EQUAL;
		}
		BigDecimal common = everyone.brier();
		BigDecimal prior = common.multiply(BigDecimal.valueOf(shrinkage));
		Map<String, BigDecimal> weights = new HashMap<>();
		scores.forEach((source, score) -> weights.put(source,
				common.multiply(BigDecimal.valueOf(score.forecasts() + shrinkage)).divide(score.error().add(prior), PRECISION)));
		return new Weights(weights);
	}

	/** One for a source that nothing is known of. */
	public BigDecimal of(String source) {
		return bySource.getOrDefault(source, BigDecimal.ONE);
	}

	private static Score sum(Collection<Score> scores) {
		return scores.stream().reduce(Score.NONE, Score::plus);
	}
}
