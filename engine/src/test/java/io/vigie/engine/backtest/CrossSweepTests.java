package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.SmaCross;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossSweepTests {

	private static final Stops STOPS = Stops.checkedAtClose(new BigDecimal("0.02"), new BigDecimal("0.04"));

	@Test
	void findsForEachPairWhatARunInFullFinds() {
		List<Bar> bars = BacktestFixtures.walk(new Random(5), 2000);
		CrossSweep sweep = CrossSweep.over(ScaledBars.of(bars).orElseThrow(), STOPS).orElseThrow();
		for (int fast = 2; fast < 10; fast++) {
			for (int slow = fast + 1; slow < 30; slow += 3) {
				sweep.run(fast, slow, ((SmaCross) cross(fast, slow)).forgetsAfter());
				List<Trade> trades = Backtest.run(cross(fast, slow), bars, BacktestFixtures.plain(bars).with(STOPS)).trades();
				assertThat(sweep.trades()).isEqualTo(trades.size());
				for (int i = 0; i < trades.size(); i++) {
					Trade.Exit exit = trades.get(i).exit();
					assertThat(sweep.entryBar(i)).isEqualTo(trades.get(i).entryBar());
					assertThat(sweep.exitBar(i)).isEqualTo(exit == null ? -1 : exit.bar());
				}
				assertThat(sweep.profit()).isEqualByComparingTo(
						trades.stream().map(Trade::profitPerUnit).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add));
			}
		}
	}

	@Test
	void takesNoStopsThatFillInsideBars() {
		ScaledBars bars = ScaledBars.of(BacktestFixtures.aapl()).orElseThrow();
		assertThat(CrossSweep.over(bars, Stops.NONE)).isPresent();
		assertThat(CrossSweep.over(bars, Stops.bracket(new BigDecimal("0.02"), null))).isEmpty();
		assertThat(CrossSweep.over(bars, Stops.checkedAtClose(new BigDecimal("0.0123456789"), null))).as("too many digits").isEmpty();
	}

	@Test
	void refusesPairsThatAreNone() {
		CrossSweep sweep = CrossSweep.over(ScaledBars.of(BacktestFixtures.aapl()).orElseThrow(), STOPS).orElseThrow();
		assertThatIllegalArgumentException().isThrownBy(() -> sweep.run(20, 20, 480));
		assertThatIllegalArgumentException().isThrownBy(() -> sweep.run(0, 20, 480));
	}
}
