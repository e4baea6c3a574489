package io.vigie.sentinel;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** A market as tests need one. */
public final class Prints {

	public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private Prints() {
	}

	public static Tick tick(String symbol, long sequence, Instant at, String price, String size) {
		return new Tick(symbol, sequence, at, new BigDecimal(price), new BigDecimal(size));
	}

	/** A seeded walk, a print about every so often. */
	public static List<Tick> walk(String symbol, int count, Duration about) {
		Random random = new Random(symbol.hashCode());
		List<Tick> ticks = new ArrayList<>();
		BigDecimal price = new BigDecimal("100.00");
		Instant at = NOON;
		for (int i = 1; i <= count; i++) {
			price = price.add(BigDecimal.valueOf(random.nextInt(101) - 50, 2)).max(BigDecimal.ONE);
			ticks.add(new Tick(symbol, i, at, price, BigDecimal.valueOf(1 + random.nextInt(1000), 4)));
			at = at.plusMillis((long) (about.toMillis() * random.nextDouble() * 2));
		}
		return ticks;
	}

	/** The bars all these prints make. */
	public static List<Bar> bars(String symbol, Collection<Timeframe> timeframes, List<Tick> ticks) {
		BarBuilder builder = new BarBuilder(symbol, timeframes);
		return ticks.stream().flatMap(it -> builder.add(it).stream()).toList();
	}
}
