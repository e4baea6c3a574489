package io.vigie.simulator.recording;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A market nobody ever traded: the same seed gives the same prices, and the asset's name says that it is synthetic. */
final class RandomWalk {

	private static final Duration LENGTH = Duration.ofDays(2);
	private static final Duration STEP = Duration.ofSeconds(5);
	private static final long FIRST_CENTS = 10_000;
	private static final long LOWEST_CENTS = 1_000;
	private static final int LARGEST_STEP_CENTS = 12;

	private RandomWalk() {
	}

	static Recording of(Instrument instrument, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		List<Print> prints = new ArrayList<>();
		long cents = FIRST_CENTS;
		for (Duration at = Duration.ZERO; at.compareTo(LENGTH) < 0; at = at.plus(STEP)) {
			cents = Math.max(LOWEST_CENTS, cents + random.nextInt(-LARGEST_STEP_CENTS, LARGEST_STEP_CENTS + 1));
			prints.add(new Print(at, BigDecimal.valueOf(cents, 2), BigDecimal.valueOf(random.nextInt(1, 500))));
		}
		return new Recording(instrument, instrument.symbol() + " (synthetic, seed " + seed + ")", List.copyOf(prints), LENGTH);
	}
}
