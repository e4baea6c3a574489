package io.vigie.engine.fusion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a source that says 70 % is right in 70 of 100 cases: its forecasts by confidence, in ten bins.
 *
 * <p>The three parts are those of A. H. Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology
 * 12, 1973: Brier score = reliability − resolution + uncertainty, exact where all forecasts of a bin are the same and near
 * otherwise. Immutable.
 */
public final class Calibration {

	public static final int BINS = 10;
	public static final Calibration NONE = new Calibration(Collections.nCopies(BINS, Score.NONE));

	private static final MathContext PRECISION = MathContext.DECIMAL64;

	private final List<Score> bins;

	private Calibration(List<Score> bins) {
		this.bins = List.copyOf(bins);
	}

	/** @param bins from the least confidence up, {@link #BINS} of them */
	public static Calibration of(List<Score> bins) {
		if (bins.size() != BINS) {
			throw new IllegalArgumentException("There are " + BINS + " bins, not " + bins.size());
		}
		return new Calibration(bins);
	}

	public Calibration plus(BigDecimal sure, boolean hit) {
		List<Score> next = new ArrayList<>(bins);
		int bin = bin(sure);
		next.set(bin, bins.get(bin).plus(sure, hit));
		return new Calibration(next);
	}

	/** In which bin a confidence falls: the first is below 0.1, the last from 0.9 to 1, both included. */
	public static int bin(BigDecimal sure) {
		return Math.min(sure.movePointRight(1).intValue(), BINS - 1);
	}

	/** From the least confidence up; empty bins too. */
	public List<Score> bins() {
		return bins;
	}

	public Score total() {
		return bins.stream().reduce(Score.NONE, Score::plus);
	}

	/** Mean squared distance of what was said from what came, bin by bin: 0 is perfect. */
	public BigDecimal reliability() {
		return mean(bin -> bin.meanConfidence().subtract(bin.hitRate()));
	}

	/** How far the bins' hit rates lie from the common one: the more, the more the confidences tell cases apart. */
	public BigDecimal resolution() {
		BigDecimal rate = total().forecasts() == 0 ? BigDecimal.ZERO : total().hitRate();
		return mean(bin -> bin.hitRate().subtract(rate));
	}

	/** What the case itself leaves open: 0.25 where both outcomes are as frequent. */
	public BigDecimal uncertainty() {
		if (total().forecasts() == 0) {
			return BigDecimal.ZERO;
		}
		BigDecimal rate = total().hitRate();
		return rate.multiply(BigDecimal.ONE.subtract(rate), PRECISION);
	}

	private BigDecimal mean(Function<Score, BigDecimal> distance) {
		long count = total().forecasts();
		return count == 0 ? BigDecimal.ZERO
				: bins.stream()
					.filter(it -> it.forecasts() > 0)
					.map(it -> distance.apply(it).pow(2, PRECISION).multiply(BigDecimal.valueOf(it.forecasts())))
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(count), PRECISION);
	}
}
