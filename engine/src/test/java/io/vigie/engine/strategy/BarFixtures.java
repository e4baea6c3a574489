package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Series of bars to try strategies on. */
final class BarFixtures {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private BarFixtures() {
	}

	/** Minute bars that trade at their close only. */
	static List<Bar> closes(String... closes) {
		List<Bar> bars = new ArrayList<>();
		for (String close : closes) {
			BigDecimal price = new BigDecimal(close);
			bars.add(bar(bars.size(), price, price, price));
		}
		return bars;
	}

	static Bar bar(int minute, String high, String low, String close) {
		return bar(minute, new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
	}

	static Bar bar(int minute, BigDecimal high, BigDecimal low, BigDecimal close) {
		return new Bar("BTC/USD", Timeframe.M1, START.plusSeconds(60L * minute), close, high, low, close, BigDecimal.ONE, 1, 0);
	}

	/** A random walk on a coarse grid, with standstills and gaps in time, so that averages often touch. */
	static List<Bar> walk(long seed, int length) {
		Random random = new Random(seed);
		List<Bar> bars = new ArrayList<>();
		long cents = 10_000;
		int minute = 0;
		for (int i = 0; i < length; i++) {
			cents = Math.max(100, cents + 50L * (random.nextInt(7) - 3));
			BigDecimal close = BigDecimal.valueOf(cents, 2);
			bars.add(bar(minute, close.add(BigDecimal.valueOf(random.nextInt(3))),
					close.subtract(BigDecimal.valueOf(random.nextInt(3), 1)), close));
			minute += random.nextInt(20) == 0 ? 3 : 1;
		}
		return bars;
	}

	/** AAPL 2013, one bar a day, from ta4j-examples (MIT licence). */
	static List<Bar> aapl() {
		return lines("aapl_1d.csv").stream().skip(1).map(line -> line.split(",")).map(cell -> new Bar("AAPL", Timeframe.D1,
				LocalDate.parse(cell[0]).atStartOfDay().toInstant(ZoneOffset.UTC), new BigDecimal(cell[1]),
				new BigDecimal(cell[2]), new BigDecimal(cell[3]), new BigDecimal(cell[4]), new BigDecimal(cell[5]), 0, 0))
			.toList();
	}

	static List<String> lines(String resource) {
		try (var reader = new BufferedReader(
				new InputStreamReader(BarFixtures.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Decision> decisions(Strategy strategy, List<Bar> bars) {
		return bars.stream().map(strategy::onBar).toList();
	}

	static List<Action> actions(Strategy strategy, List<Bar> bars) {
		return decisions(strategy, bars).stream().map(Decision::action).toList();
	}
}
