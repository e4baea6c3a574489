package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;

/** How far a bar went, the gap from the close before included; of the first bar nothing, it has no close before. */
final class TrueRange implements Indicator {

	private double last = Double.NaN;

	@Override
	public double next(Bar bar) {
		double before = last;
		last = bar.close().doubleValue();
		return Double.isNaN(before) ? Double.NaN
				: Math.max(bar.high().doubleValue(), before) - Math.min(bar.low().doubleValue(), before);
	}

	@Override
	public int warmUp() {
		return 2;
	}

	@Override
	public int memory() {
		return 2;
	}
}
