package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.venue.FeeModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole way from signals over trades to the verdict: luck must not get through, skill must. */
class RandomStrategiesTests {

	private static final int STRATEGIES = 1000;
	private static final List<Bar> BARS = Market.walk(3, 1000);
	private static final BigDecimal FEE = new BigDecimal("0.0005");

	private static BacktestResult run(Strategy strategy, FeeModel fees) {
		Assumptions assumptions = Market.assumptions(BARS).with(fees);
		return Backtest.run(strategy, BARS, assumptions);
	}

	private static Selection among(List<BacktestResult> results) {
		return Selection.of(results.stream().map(it -> Trial.of(Returns.ofBars(it))).toList());
	}

	/** Of a thousand without skill the probability of overfitting is high and would refuse them all by itself: that is not asked here. */
	private static Selection withoutOverfitting(Selection selection) {
		return new Selection(selection.tried(), selection.spread(), null);
	}

	private static long promoted(List<BacktestResult> results, Selection among) {
		return results.stream().filter(it -> Verdict.of(it, among, null).promotion() instanceof Promotion.Promoted).count();
	}

	@Test
	void areHardlyEverPromoted() {
		List<BacktestResult> results = IntStream.range(0, STRATEGIES).mapToObj(i -> run(Market.random(i), FeeModel.FREE)).toList();

		assertThat(promoted(results, withoutOverfitting(among(results)))).isLessThanOrEqualTo(STRATEGIES / 100);
		assertThat(promoted(results, Selection.NONE)).isLessThanOrEqualTo(STRATEGIES / 100);
	}

	@Test
	void doNotHideTheOneThatKnows() {
		List<BacktestResult> results = new ArrayList<>(
				IntStream.range(0, 200).mapToObj(i -> run(Market.random(i), new FeeModel.MakerTaker(FEE, FEE))).toList());
		BacktestResult knowing = run(Market.peeking(BARS, 3), new FeeModel.MakerTaker(FEE, FEE));
		results.add(knowing);

		assertThat(Verdict.of(knowing, among(results), null).promotion().words()).isEqualTo("promoted");
	}
}
