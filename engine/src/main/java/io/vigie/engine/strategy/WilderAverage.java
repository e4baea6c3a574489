package io.vigie.engine.strategy;

import org.jspecify.annotations.Nullable;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.num.Num;

/**
 * Wilder's moving average as he wrote it: it begins with the plain average of the first whole period. ta4j's begins with a
 * single value, which makes its first RSI 0 or 100, and a signal out of nothing. To be asked at every index in turn.
 */
final class WilderAverage {

	private final Indicator<Num> values;
	private final SMAIndicator seed;
	private final int period;
	private @Nullable Num average;

	/** @param period how many values there are in it, of which the first is at index 1 */
	WilderAverage(Indicator<Num> values, int period) {
		this.values = values;
		this.seed = new SMAIndicator(values, period);
		this.period = period;
	}

	/** The average up to and including the index, nothing while there is no whole period. */
	@Nullable Num next(int index) {
		if (average != null) {
			Num length = values.getBarSeries().numFactory().numOf(period);
			average = average.plus(values.getValue(index).minus(average).dividedBy(length));
		}
		else if (index >= period) {
			average = seed.getValue(index);
		}
		return average;
	}
}
