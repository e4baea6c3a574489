package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;

/** A smoother over what an indicator says. */
final class Smoothed implements Indicator {

	private final Indicator source;
	private final Smoother smoother;

	Smoothed(Indicator source, Smoother smoother) {
		this.source = source;
		this.smoother = smoother;
	}

	@Override
	public double next(Bar bar) {
		return smoother.next(source.next(bar));
	}

	@Override
	public int warmUp() {
		return source.warmUp() + smoother.warmUp() - 1;
	}

	@Override
	public int memory() {
		return source.memory() + smoother.memory() - 1;
	}
}
