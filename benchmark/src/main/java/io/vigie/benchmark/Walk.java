package io.vigie.benchmark;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A market nobody ever traded, in cents: the same seed gives the same minutes. */
final class Walk {

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
	private static final long SEED = 20_261_121;

	private Walk() {
	}

	static List<Bar> bars(int count) {
		SplittableRandom random = new SplittableRandom(SEED);
		List<Bar> bars = new ArrayList<>(count);
		long price = 100_000;
		for (int i = 0; i < count; i++) {
			long open = price;
			long close = Math.max(10_000, open + random.nextInt(-300, 301));
			long high = Math.max(open, close) + random.nextInt(100);
			long low = Math.min(open, close) - random.nextInt(100);
			bars.add(new Bar("WALK", Timeframe.M1, START.plusSeconds(60L * i), cents(open), cents(high), cents(low), cents(close),
					BigDecimal.valueOf(random.nextInt(1, 500)), 1, i));
			price = close;
		}
		return bars;
	}

	private static BigDecimal cents(long cents) {
		return BigDecimal.valueOf(cents, 2);
	}
}
