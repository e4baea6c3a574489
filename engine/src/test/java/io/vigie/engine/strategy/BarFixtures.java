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
public final class BarFixtures {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private BarFixtures() {
	}

	/** Minute bars that trade at their close only. */
	public static List<Bar> closes(String... closes) {
		List<Bar> bars = new ArrayList<>();
		for (String close : closes) {
			BigDecimal price = new BigDecimal(close);
			bars.add(bar(bars.size(), price, price, price));
		}
		return bars;
	}

	public static Bar bar(int minute, String high, String low, String close) {
		return bar(minute, new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
	}

	public static Bar bar(int minute, BigDecimal high, BigDecimal low, BigDecimal close) {
		return new Bar("BTC/USD", Timeframe.M1, START.plusSeconds(60L * minute), close, high, low, close, BigDecimal.ONE, 1, 0);
	}

	/** A random walk on a coarse grid, with standstills and gaps in time, so that averages often touch. */
	public static List<Bar> walk(long seed, int length) {
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

	/** A random walk of whole bars, which begin where the last one ended, with a shock now and then. */
	public static List<Bar> lively(long seed, int length) {
		Random random = new Random(seed);
		List<Bar> bars = new ArrayList<>();
		BigDecimal open = BigDecimal.valueOf(100);
		for (int i = 0; i < length; i++) {
			double reach = random.nextInt(40) == 0 ? 3 : 0.5;
			BigDecimal close = price(open.doubleValue() + reach * random.nextGaussian());
			BigDecimal high = price(open.max(close).doubleValue() + reach * random.nextDouble());
			BigDecimal low = price(open.min(close).doubleValue() - reach * random.nextDouble());
			bars.add(new Bar("BTC/USD", Timeframe.M1, START.plusSeconds(60L * i), open, high, low, close,
					BigDecimal.valueOf(1 + random.nextInt(9)), 4, 0));
			open = close;
		}
		return bars;
	}

	private static BigDecimal price(double value) {
		return BigDecimal.valueOf(Math.round(100 * Math.max(1, value)), 2);
	}

	/** AAPL 2013, one bar a day, from ta4j-examples (MIT licence). */
	public static List<Bar> aapl() {
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
		return bars.stream().map(bar -> decision(strategy, bar)).toList();
	}

	/** Without a reference, for those that have one already. */
	static List<Decision> plainDecisions(Strategy strategy, List<Bar> bars) {
		return bars.stream().map(strategy::onBar).toList();
	}

	/** One that needs a reference is shown one that stands still, always in time. */
	static Decision decision(Strategy strategy, Bar bar) {
		if (strategy instanceof PairedStrategy paired) {
			BigDecimal price = BigDecimal.valueOf(100);
			paired.onReference(new Bar("REFERENCE", bar.timeframe(), bar.openAt().minus(bar.timeframe().duration()), price, price,
					price, price, BigDecimal.ONE, 1, 0));
		}
		return strategy.onBar(bar);
	}

	static List<Action> actions(Strategy strategy, List<Bar> bars) {
		return decisions(strategy, bars).stream().map(Decision::action).toList();
	}
}
