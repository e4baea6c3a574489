package io.vigie.engine.risk;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far a bar usually ranges, gaps included: Wilder's average of true ranges, which begins with the plain average of the
 * first whole period. What volatility sizing measures a market by. Not thread-safe.
 */
public final class AverageTrueRange {

	/** Wilder's own. */
	public static final int USUAL_PERIOD = 14;

	private static final int SCALE = 8;

	private final BigDecimal period;
	private BigDecimal sum = BigDecimal.ZERO;
	private int ranges;
	private @Nullable BigDecimal average;
	private @Nullable BigDecimal lastClose;

	public AverageTrueRange(int period) {
		if (period < 1) {
			throw new IllegalArgumentException("An average needs a period of at least one");
		}
		this.period = BigDecimal.valueOf(period);
	}

	/** Takes the next closed bar; the first only gives the close that the second is measured from. */
	public void add(Bar bar) {
		if (lastClose != null) {
			take(bar.high().max(lastClose).subtract(bar.low().min(lastClose)));
		}
		lastClose = bar.close();
	}

	/** None before a whole period has been seen. */
	public @Nullable BigDecimal value() {
		return average;
	}

	private void take(BigDecimal range) {
		if (average != null) {
			average = average.add(range.subtract(average).divide(period, SCALE, RoundingMode.HALF_EVEN));
			return;
		}
		sum = sum.add(range);
		ranges++;
		if (ranges == period.intValue()) {
			average = sum.divide(period, SCALE, RoundingMode.HALF_EVEN);
		}
	}
}
