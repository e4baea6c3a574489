package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * The last bars of one symbol as ta4j sees them: decimals, so that averages that are equal compare as equal, and bounded, so
 * that a series may grow for ever.
 */
final class Series {

	private static final NumFactory DECIMALS = DecimalNumFactory.getInstance();
	private static final int INDICATOR_SCALE = 8;
	private static final int CONFIDENCE_SCALE = 4;
	private static final BigDecimal HALF = new BigDecimal("0.5");

	private final BarSeries bars;
	private @Nullable Instant last;

	Series(int memory) {
		bars = new BaseBarSeriesBuilder().withNumFactory(DECIMALS).withMaxBarCount(memory).build();
	}

	/** Appends the bar and returns its index; indices go on rising when old bars are dropped. */
	int add(Bar bar) {
		if (last != null && !bar.openAt().isAfter(last)) {
			throw new IllegalArgumentException("Bar of " + bar.symbol() + " at " + bar.openAt() + " is not after " + last);
		}
		last = bar.openAt();
		bars.addBar(new BaseBar(bar.timeframe().duration(), bar.openAt(), bar.closeAt(), DECIMALS.numOf(bar.open()),
				DECIMALS.numOf(bar.high()), DECIMALS.numOf(bar.low()), DECIMALS.numOf(bar.close()),
				DECIMALS.numOf(bar.volume()), DECIMALS.zero(), bar.trades()));
		return bars.getEndIndex();
	}

	int first() {
		return bars.getBeginIndex();
	}

	int size() {
		return bars.getBarCount();
	}

	BarSeries bars() {
		return bars;
	}

	/** The value as it is reported: rounded, and no more digits than it has. */
	static BigDecimal value(Num num) {
		BigDecimal rounded = num.bigDecimalValue().setScale(INDICATOR_SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}

	/** One half, and up to another half the further {@code distance} is compared with {@code scale}, where there is one. */
	static BigDecimal confidence(BigDecimal distance, BigDecimal scale) {
		BigDecimal share = scale.signum() <= 0 ? BigDecimal.ZERO
				: distance.abs().divide(scale, CONFIDENCE_SCALE, RoundingMode.HALF_EVEN).min(BigDecimal.ONE);
		return HALF.add(HALF.multiply(share)).setScale(CONFIDENCE_SCALE, RoundingMode.HALF_EVEN);
	}

	/** A price or average in a sentence: two decimals, more where it is below one. */
	static String words(BigDecimal value) {
		int scale = value.abs().compareTo(BigDecimal.ONE) < 0 ? 6 : 2;
		return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
	}
}
