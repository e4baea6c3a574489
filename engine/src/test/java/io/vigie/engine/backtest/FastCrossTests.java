package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.SmaCross;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastCrossTests {

	private static final int MARKETS = 1500;

	/** Random markets on coarse grids, where averages touch, levels are met exactly and gaps leap over them. */
	@Test
	void tradesLikeTheLongWayInEveryMarket() {
		Random random = new Random(17);
		int trades = 0;
		int refusals = 0;
		for (int i = 0; i < MARKETS; i++) {
			List<Bar> bars = BacktestFixtures.walk(random, 30 + random.nextInt(400));
			int fast = 1 + random.nextInt(6);
			int slow = fast + 1 + random.nextInt(10);
			Assumptions assumptions = assumptions(random, bars);
			Optional<Trader.Record> found = FastCross.play(cross(fast, slow), bars, assumptions);
			Trader.Record expected = Backtest.slowly(cross(fast, slow), bars, assumptions, _ -> {
			});
			assertThat(found).as("market %d, %s", i, assumptions).contains(expected);
			trades += expected.trades().size();
			refusals += expected.refusals().size();
		}
		assertThat(trades).as("trades compared").isGreaterThan(5000);
		assertThat(refusals).as("refusals compared").isGreaterThan(100);
	}

	@Test
	void tradesLikeTheLongWayWhereAStandstillIsLongerThanTheMemory() {
		String[] rows = new String[1200];
		for (int i = 0; i < rows.length; i++) {
			String close = i < 3 ? String.valueOf(12 - i) : i < 700 ? "9" : String.valueOf(10 + i % 7);
			rows[i] = close + " " + close + " " + close + " " + close;
		}
		List<Bar> bars = BacktestFixtures.bars(rows);
		Assumptions plain = BacktestFixtures.plain(bars);
		Trader.Record expected = Backtest.slowly(cross(1, 2), bars, plain, _ -> {
		});
		assertThat(FastCross.play(cross(1, 2), bars, plain)).contains(expected);
		assertThat(expected.trades().getFirst().entryBar()).as("the cross after the standstill is forgotten").isGreaterThan(701);
	}

	@Test
	void leavesToTheLongWayWhatItCanNotCount() {
		List<Bar> bars = BacktestFixtures.aapl();
		Assumptions plain = BacktestFixtures.plain(bars);
		BigDecimal percent = new BigDecimal("0.01");
		assertThat(FastCross.play(cross(10, 20), bars, plain)).isPresent();
		assertThat(FastCross.play(Strategies.start("rsi-reversion", Map.of()), bars, plain)).isEmpty();
		assertThat(FastCross.play(cross(10, 20), bars, plain.with(Duration.ofSeconds(1)))).isEmpty();
		assertThat(FastCross.play(cross(10, 20), bars,
				plain.with(new Slippage.BasisPoints(BigDecimal.ONE)).with(Stops.checkedAtClose(percent, percent)))).isEmpty();
		assertThat(FastCross.play(cross(10, 20), bars.reversed(), plain)).as("bars out of order").isEmpty();
		Strategy used = cross(10, 20);
		used.onBar(bars.getFirst());
		assertThat(((SmaCross) used).isNew()).isFalse();
		assertThat(FastCross.play(used, bars.subList(1, 50), plain)).as("has a past").isEmpty();
	}

	@Test
	void leavesPricesOfTooManyDigitsToTheLongWay() {
		List<Bar> bars = BacktestFixtures.bars("1.0000000000000001 2 1 2", "2 2 2 2");
		assertThat(FastCross.play(cross(1, 2), bars, BacktestFixtures.plain(bars))).isEmpty();
		List<Bar> huge = BacktestFixtures.bars("900000000000000.001 900000000000000.001 1 2", "2 2 2 2");
		assertThat(FastCross.play(cross(10, 20), huge, BacktestFixtures.plain(huge))).isEmpty();
	}

	private static Assumptions assumptions(Random random, List<Bar> bars) {
		BigDecimal fee = BigDecimal.valueOf(random.nextInt(4), 3);
		BigDecimal loss = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(1 + random.nextInt(60), 3);
		BigDecimal profit = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(1 + random.nextInt(90), 3);
		Stops stops = new Stops(loss, profit, Stops.Kind.values()[random.nextInt(3)]);
		boolean slips = stops.kind() != Stops.Kind.CLOSE && random.nextBoolean();
		PositionSize size = switch (random.nextInt(4)) {
			case 0 -> new PositionSize.OfEquity(new BigDecimal("0.9"));
			case 1 -> new PositionSize.OfEquity(BigDecimal.ONE);
			case 2 -> new PositionSize.Fixed(new BigDecimal("1001.5"));
			default -> new PositionSize.Fixed(BigDecimal.ONE);
		};
		return BacktestFixtures.plain(bars).with(stops).with(size)
			.with(random.nextBoolean() ? new FeeModel.MakerTaker(fee, fee) : new FeeModel.Flat(fee))
			.with(slips ? new Slippage.BasisPoints(BigDecimal.valueOf(random.nextInt(30))) : Slippage.NONE);
	}
}
