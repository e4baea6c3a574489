package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
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
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Markets to trade on, and what others made of them. */
final class BacktestFixtures {

	static final BigDecimal CAPITAL = new BigDecimal("100000");

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private BacktestFixtures() {
	}

	/** AAPL 2013, one bar a day, from ta4j-examples (MIT licence). */
	static List<Bar> aapl() {
		return lines("/io/vigie/engine/strategy/aapl_1d.csv").stream().skip(1).map(line -> line.split(",")).map(cell -> new Bar("AAPL",
				Timeframe.D1, LocalDate.parse(cell[0]).atStartOfDay().toInstant(ZoneOffset.UTC), new BigDecimal(cell[1]),
				new BigDecimal(cell[2]), new BigDecimal(cell[3]), new BigDecimal(cell[4]), new BigDecimal(cell[5]), 0, 0))
			.toList();
	}

	/** Minute bars, each as {@code open high low close}. */
	static List<Bar> bars(String... rows) {
		Bar[] bars = new Bar[rows.length];
		for (int i = 0; i < rows.length; i++) {
			String[] cells = rows[i].trim().split("\\s+");
			bars[i] = new Bar("TEST", Timeframe.M1, START.plusSeconds(60L * i), new BigDecimal(cells[0]), new BigDecimal(cells[1]),
					new BigDecimal(cells[2]), new BigDecimal(cells[3]), BigDecimal.TEN, 1, i);
		}
		return List.of(bars);
	}

	/** A walk on a coarse grid around a hundred, with standstills, gaps between bars and prices that meet levels exactly. */
	static List<Bar> walk(Random random, int length) {
		List<Bar> bars = new ArrayList<>();
		int decimals = random.nextInt(4);
		long price = BigDecimal.valueOf(100).movePointRight(decimals).longValueExact();
		long step = Math.max(1, price / (20 + random.nextInt(200)));
		for (int i = 0; i < length; i++) {
			long open = random.nextInt(4) == 0 ? Math.max(step, price + step * (random.nextInt(7) - 3)) : price;
			long close = Math.max(step, open + step * (random.nextInt(7) - 3));
			long high = Math.max(open, close) + step * random.nextInt(3);
			long low = Math.max(1, Math.min(open, close) - step * random.nextInt(3));
			bars.add(new Bar("TEST", Timeframe.M1, START.plusSeconds(60L * i), BigDecimal.valueOf(open, decimals),
					BigDecimal.valueOf(high, decimals), BigDecimal.valueOf(low, decimals), BigDecimal.valueOf(close, decimals), BigDecimal.TEN, 1, i));
			price = close;
		}
		return bars;
	}

	static Strategy cross(int fast, int slow) {
		return Strategies.start("sma-cross", Map.of("fast", BigDecimal.valueOf(fast), "slow", BigDecimal.valueOf(slow)));
	}

	static Assumptions plain(List<Bar> bars) {
		return Assumptions.plain(Backtest.instrumentOf(bars), CAPITAL);
	}

	/** A trade as the reference lists write it. */
	static String line(Trade trade) {
		Trade.Exit exit = trade.exit();
		String entry = trade.entryBar() + "," + trade.entryAt().getEpochSecond() + "," + cents(trade.entryPrice()) + ",";
		return exit == null ? entry + ",,,"
				: entry + exit.bar() + "," + exit.at().getEpochSecond() + "," + cents(exit.price()) + "," + cents(trade.profitPerUnit());
	}

	static List<String> reference(String name) {
		return lines("aapl_1d." + name + ".csv").stream().skip(1).toList();
	}

	static List<String> lines(String resource) {
		try (var reader = new BufferedReader(
				new InputStreamReader(BacktestFixtures.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Refuses to round: a reference in cents is met to the cent or not at all. */
	private static String cents(@Nullable BigDecimal price) {
		return price == null ? "" : price.setScale(2).toPlainString();
	}
}
