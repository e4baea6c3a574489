package io.vigie.engine.honesty;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A seeded walk of prices that nobody can foresee, and strategies to try on it. */
final class Market {

	private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
	private static final BigDecimal SURE = BigDecimal.ONE;

	private Market() {
	}

	static List<Bar> walk(long seed, int count) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		List<Bar> bars = new ArrayList<>();
		BigDecimal price = new BigDecimal("100.00");
		for (int i = 0; i < count; i++) {
			BigDecimal next = price.multiply(BigDecimal.valueOf(1 + random.nextGaussian(0, 0.01))).setScale(2, RoundingMode.HALF_EVEN);
			bars.add(new Bar("WALK", Timeframe.H1, START.plusSeconds(3600L * i), price, price.max(next), price.min(next), next, BigDecimal.TEN,
					1, 0));
			price = next;
		}
		return bars;
	}

	/** All of the equity in each trade, no costs. */
	static Assumptions assumptions(List<Bar> bars) {
		return Assumptions.plain(Backtest.instrumentOf(bars), new BigDecimal("100000")).with(new PositionSize.OfEquity(BigDecimal.ONE));
	}

	static Strategy cross(int fast, int slow) {
		return Strategies.start("sma-cross", Map.of("fast", BigDecimal.valueOf(fast), "slow", BigDecimal.valueOf(slow)));
	}

	static Strategy deciding(int warmUp, int memory, Function<Bar, Action> rule) {
		return new Strategy() {

			@Override
			public int warmUp() {
				return warmUp;
			}

			@Override
			public int memory() {
				return memory;
			}

			@Override
			public Decision onBar(Bar bar) {
				return new Decision(rule.apply(bar), SURE, Map.of(), "by rule");
			}
		};
	}

	/** In and out by the toss of a coin, once in several bars. */
	static Strategy random(long seed) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		return deciding(1, 0, _ -> random.nextInt(4) > 0 ? Action.HOLD : random.nextBoolean() ? Action.BUY : Action.CLOSE);
	}

	/** Knows how the bar so many bars on will close, where the market goes on that long. */
	static Strategy peeking(List<Bar> market, int ahead) {
		return deciding(1, 0, bar -> {
			int at = market.indexOf(bar) + ahead;
			return at >= market.size() ? Action.HOLD : market.get(at).close().compareTo(bar.close()) > 0 ? Action.BUY : Action.CLOSE;
		});
	}
}
