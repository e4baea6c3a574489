package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static io.vigie.engine.backtest.BacktestFixtures.plain;
import static io.vigie.engine.backtest.BacktestFixtures.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.venue.FeeModel;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trade lists that independent engines agree on, trade by trade, and what the account is worth in the end. */
class ReferenceTests {

	private static final BigDecimal LOSS = new BigDecimal("0.02");
	private static final BigDecimal PROFIT = new BigDecimal("0.04");
	private static final BigDecimal TENTH_OF_A_PERCENT = new BigDecimal("0.001");

	private final List<Bar> bars = BacktestFixtures.aapl();

	@Test
	void tradesCrossesLikeFiveOtherEngines() {
		BacktestResult result = run(plain(bars));
		assertThat(trades(result)).isEqualTo(reference("sma_cross"));
		assertThat(result.figures().finalEquity()).isEqualByComparingTo("100095.46");
	}

	@Test
	void paysFeesLikeThreeOtherEngines() {
		BacktestResult result = run(plain(bars).with(new FeeModel.MakerTaker(TENTH_OF_A_PERCENT, TENTH_OF_A_PERCENT)));
		assertThat(trades(result)).isEqualTo(reference("sma_cross_fee10bp"));
		assertThat(result.figures().finalEquity()).isEqualByComparingTo("100088.867080");
	}

	@Test
	void checksStopsAtClosesLikeFiveOtherEngines() {
		BacktestResult result = run(plain(bars).with(Stops.checkedAtClose(LOSS, PROFIT)));
		assertThat(trades(result)).isEqualTo(reference("sma_cross_close_stops"));
		assertThat(result.figures().finalEquity()).isEqualByComparingTo("100025.63");
	}

	@Test
	void restsStopsInBarsLikeAnotherEngine() {
		assertThat(trades(run(plain(bars).with(Stops.resting(LOSS, PROFIT))))).isEqualTo(reference("sma_cross_bar_stops"));
	}

	private BacktestResult run(Assumptions assumptions) {
		return Backtest.run(cross(10, 20), bars, assumptions);
	}

	private static List<String> trades(BacktestResult result) {
		return result.trades().stream().map(BacktestFixtures::line).toList();
	}
}
