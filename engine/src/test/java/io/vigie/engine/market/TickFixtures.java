package io.vigie.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Prints as prose, and any sequence of prints that a market could make. */
final class TickFixtures {

	static final String SYMBOL = "BTC/USD";
	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private TickFixtures() {
	}

	static Tick tick(long sequence, String time, String price, String size) {
		return new Tick(SYMBOL, sequence, Instant.parse("2026-03-02T" + time + "Z"), new BigDecimal(price),
				new BigDecimal(size));
	}

	/** Prints in order of time, with bursts inside one second and silences of up to two days. */
	static Arbitrary<List<Tick>> tapes() {
		Arbitrary<Duration> pauses = Arbitraries.frequencyOf(
				Tuple.of(4, Arbitraries.longs().between(0, 900).map(Duration::ofMillis)),
				Tuple.of(8, Arbitraries.longs().between(1, 90).map(Duration::ofSeconds)),
				Tuple.of(2, Arbitraries.longs().between(1, 400).map(Duration::ofMinutes)),
				Tuple.of(1, Arbitraries.longs().between(1, 48).map(Duration::ofHours)));
		Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("1000"))
				.ofScale(2);
		Arbitrary<BigDecimal> sizes = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("10"))
				.ofScale(8);
		return Combinators.combine(pauses, prices, sizes).as(Step::new).list().ofMinSize(1).ofMaxSize(300)
				.map(TickFixtures::walk);
	}

	private static List<Tick> walk(List<Step> steps) {
		List<Tick> ticks = new ArrayList<>();
		Instant at = NOON;
		for (Step step : steps) {
			at = at.plus(step.pause());
			ticks.add(new Tick(SYMBOL, ticks.size() + 1, at, step.price(), step.size()));
		}
		return ticks;
	}

	private record Step(Duration pause, BigDecimal price, BigDecimal size) {
	}
}
