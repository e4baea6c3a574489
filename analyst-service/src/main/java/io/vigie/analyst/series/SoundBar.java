package io.vigie.analyst.series;

import io.vigie.engine.market.Bar;

/** What a bar must be for a strategy to look at it; the bar itself already keeps its body between low and high. */
final class SoundBar {

	private SoundBar() {
	}

	static boolean is(Bar bar) {
		return bar.low().signum() > 0 && bar.volume().signum() >= 0
				&& bar.timeframe().floor(bar.openAt()).equals(bar.openAt());
	}

	/** @throws IllegalArgumentException for a bar with a price that is none, or that begins between two buckets */
	static void require(Bar bar) {
		if (!is(bar)) {
			throw new IllegalArgumentException("Bar of " + bar.symbol() + " at " + bar.openAt() + " has low " + bar.low()
					+ ", volume " + bar.volume() + " or begins off the " + bar.timeframe() + " grid");
		}
	}
}
