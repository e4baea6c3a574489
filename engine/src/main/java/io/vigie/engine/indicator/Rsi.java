package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;

/**
 * Wilder's relative strength index of the closes, 0 to 100. A market that has not moved for a whole period is neither strong
 * nor weak: 50.
 */
final class Rsi implements Indicator {

	private static final double NEUTRAL = 50;

	private final int period;
	private final Tail gains;
	private final Tail losses;
	private double last = Double.NaN;
	private int unmoved;

	Rsi(int period) {
		this.period = period;
		this.gains = Tail.wilder(period);
		this.losses = Tail.wilder(period);
	}

	@Override
	public double next(Bar bar) {
		double close = bar.close().doubleValue();
		double change = close - last;
		last = close;
		if (Double.isNaN(change)) {
			return Double.NaN;
		}
		unmoved = change == 0 ? Math.min(unmoved + 1, period) : 0;
		double gain = gains.next(Math.max(change, 0));
		double loss = losses.next(Math.max(-change, 0));
		return Double.isNaN(gain) ? Double.NaN : unmoved == period ? NEUTRAL : 100 * gain / (gain + loss);
	}

	@Override
	public int warmUp() {
		return period + 1;
	}

	@Override
	public int memory() {
		return gains.memory() + 1;
	}
}
