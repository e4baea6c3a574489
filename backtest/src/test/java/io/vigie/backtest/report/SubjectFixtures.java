package io.vigie.backtest.report;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Figures;
import io.vigie.engine.backtest.Refusal;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Backtests that nobody ran: a seeded walk of prices, bought and sold every so often. */
final class SubjectFixtures {

	static final Instant START = Instant.parse("2024-02-27T00:00:00Z");

	private SubjectFixtures() {
	}

	static Subject walk(int bars, int tradeEvery) {
		return walk("sma-cross(10, 20)", "BTC/USD", bars, tradeEvery);
	}

	static Subject walk(String strategy, String symbol, int count, int tradeEvery) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
		List<Bar> bars = new ArrayList<>();
		List<EquityPoint> equity = new ArrayList<>();
		List<Trade> trades = new ArrayList<>();
		BigDecimal price = new BigDecimal("100.00");
		BigDecimal worth = new BigDecimal("10000");
		for (int i = 0; i < count; i++) {
			BigDecimal next = price.multiply(BigDecimal.valueOf(1 + random.nextGaussian(0.0004, 0.012))).setScale(2, RoundingMode.HALF_EVEN);
			Instant at = START.plus(Timeframe.D1.duration().multipliedBy(i));
			bars.add(new Bar(symbol, Timeframe.D1, at, price, price.max(next), price.min(next), next, BigDecimal.TEN, 1, 0));
			worth = worth.add(next.subtract(price).movePointRight(1));
			equity.add(new EquityPoint(i, at, worth));
			if (i % tradeEvery == tradeEvery - 1) {
				Bar in = bars.get(i - tradeEvery / 2);
				trades.add(new Trade(i - tradeEvery / 2, in.openAt(), in.open(), BigDecimal.TEN, new BigDecimal("1.25"),
						new Trade.Exit(i, at, next, new BigDecimal("1.25"), Trade.Cause.SIGNAL)));
			}
			price = next;
		}
		Assumptions assumptions = Assumptions.plain(Instrument.of(symbol, new BigDecimal("0.01"), new BigDecimal("0.000001"), BigDecimal.ONE),
				new BigDecimal("10000"));
		return new Subject(strategy, symbol + " of a random walk", bars,
				new BacktestResult(assumptions, trades, equity, List.of(), figures(count, worth, trades.size())));
	}

	static Subject with(Subject subject, Assumptions assumptions, List<Refusal> refusals) {
		BacktestResult result = subject.result();
		return new Subject(subject.strategy(), subject.data(), subject.bars(),
				new BacktestResult(assumptions, result.trades(), result.equity(), refusals, result.figures()));
	}

	private static Figures figures(int bars, BigDecimal worth, int trades) {
		BigDecimal profit = worth.subtract(new BigDecimal("10000"));
		return new Figures(bars, worth, profit, profit.movePointLeft(4), new BigDecimal("0.0812"), new BigDecimal("0.1234"),
				new BigDecimal("0.91"), new BigDecimal("0.4"), null, new BigDecimal("0.66"), trades, new BigDecimal("0.55"), new BigDecimal("1.3"), new BigDecimal("12.5"), new BigDecimal("0.5"),
				new BigDecimal("14.2"), new BigDecimal("1234567.891"), new BigDecimal("-0.25"), Duration.ofDays(Figures.LEAST_DAYS));
	}
}
