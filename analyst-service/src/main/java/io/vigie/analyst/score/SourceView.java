package io.vigie.analyst.score;

import io.vigie.engine.fusion.Calibration;
import io.vigie.engine.fusion.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How good one source has been.
 *
 * @param forecasts that came out
 * @param open that wait for their bar
 * @param hits of those that came out
 * @param brier mean squared error, 0 is perfect, 0.25 is a coin; none before something came out, as for the rest
 * @param reliability part of it owed to confidences that are not kept; 0 is perfect
 * @param resolution part of it saved by telling cases apart
 * @param uncertainty part of it that the market leaves open
 * @param weight that its votes would have by all this, one is average
 * @param calibration by confidence, bins without forecasts left out
 */
record SourceView(String source, long forecasts, long open, long hits, @Nullable BigDecimal hitRate,
		@Nullable BigDecimal meanConfidence, @Nullable BigDecimal brier, @Nullable BigDecimal reliability,
		@Nullable BigDecimal resolution, @Nullable BigDecimal uncertainty, BigDecimal weight, List<BinView> calibration) {

	private static final int SCALE = 4;

	/**
	 * @param from least confidence in it
	 * @param hitRate share that came true; what {@code meanConfidence} should be near
	 */
	record BinView(BigDecimal from, long forecasts, BigDecimal meanConfidence, BigDecimal hitRate) {
	}

	static SourceView of(String source, Calibration calibration, long open, BigDecimal weight) {
		Score total = calibration.total();
		boolean known = total.forecasts() > 0;
		return new SourceView(source, total.forecasts(), open, total.hits(), known ? rounded(total.hitRate()) : null,
				known ? rounded(total.meanConfidence()) : null, known ? rounded(total.brier()) : null,
				known ? rounded(calibration.reliability()) : null, known ? rounded(calibration.resolution()) : null,
				known ? rounded(calibration.uncertainty()) : null, rounded(weight), bins(calibration.bins()));
	}

	private static List<BinView> bins(List<Score> bins) {
		return IntStream.range(0, bins.size())
			.filter(it -> bins.get(it).forecasts() > 0)
			.mapToObj(it -> new BinView(BigDecimal.valueOf(it, 1), bins.get(it).forecasts(), rounded(bins.get(it).meanConfidence()),
					rounded(bins.get(it).hitRate())))
			.toList();
	}

	private static BigDecimal rounded(BigDecimal value) {
		return value.setScale(SCALE, RoundingMode.HALF_EVEN);
	}
}
