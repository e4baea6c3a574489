package io.vigie.backtest.sweep;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Something to study: a seeded walk of prices, or one that swings so regularly that averages can follow it. */
final class StudyFixtures {

	private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

	private StudyFixtures() {
	}

	static Study walk(int bars) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
		double[] closes = new double[bars];
		double price = 100;
		for (int i = 0; i < bars; i++) {
			price *= 1 + random.nextGaussian(0, 0.01);
			closes[i] = price;
		}
		return study(closes);
	}

	static Study swing(int bars) {
		double[] closes = new double[bars];
		for (int i = 0; i < bars; i++) {
			closes[i] = 100 + 20 * Math.sin(i / 10.0);
		}
		return study(closes);
	}

	private static Study study(double[] closes) {
		List<Bar> bars = new ArrayList<>();
		BigDecimal open = new BigDecimal("100.00");
		for (int i = 0; i < closes.length; i++) {
			BigDecimal close = BigDecimal.valueOf(closes[i]).setScale(2, RoundingMode.HALF_EVEN);
			bars.add(new Bar("TEST", Timeframe.H1, START.plusSeconds(3600L * i), open, open.max(close), open.min(close), close, BigDecimal.TEN, 1, 0));
			open = close;
		}
		Assumptions assumptions = Assumptions.plain(Backtest.instrumentOf(bars), new BigDecimal("100000"))
			.with(new PositionSize.OfEquity(BigDecimal.ONE));
		return new Study(Strategies.named("sma-cross"), bars, assumptions);
	}

	static Map<String, BigDecimal> cross(int fast, int slow) {
		return Map.of("fast", BigDecimal.valueOf(fast), "slow", BigDecimal.valueOf(slow));
	}
}
