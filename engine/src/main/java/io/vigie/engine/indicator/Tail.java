package io.vigie.engine.indicator;

/**
 * An average in which the past fades: each number takes its share of it. Begins with the plain average of the first
 * {@code seed} numbers.
 */
final class Tail implements Smoother {

	private final double share;
	private final int seed;
	private final int warmUp;
	private double sum;
	private double average;
	private int seen;

	private Tail(double share, int seed, int warmUp) {
		this.share = share;
		this.seed = seed;
		this.warmUp = warmUp;
	}

	/** The usual exponential average with share 2/(n+1); begins with the first number, and says nothing for a period. */
	static Tail exponential(int period) {
		return new Tail(2.0 / (Periods.checked(period) + 1), 1, period);
	}

	/** Wilder's with share 1/n, begun as he began it, with the plain average of the first period (New Concepts, 1978). */
	static Tail wilder(int period) {
		return new Tail(1.0 / Periods.checked(period), period, period);
	}

	@Override
	public double next(double value) {
		if (Double.isNaN(value)) {
			return Double.NaN;
		}
		seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
		if (seen <= seed) {
			sum += value;
			average = sum / seen;
		}
		else {
			average += share * (value - average);
		}
		return seen >= warmUp ? average : Double.NaN;
	}

	@Override
	public int warmUp() {
		return warmUp;
	}

	@Override
	public int memory() {
		return warmUp + Periods.forgotten(share);
	}
}
