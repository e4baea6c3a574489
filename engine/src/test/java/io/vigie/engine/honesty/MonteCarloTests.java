package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonteCarloTests {

	@Test
	void ofOneTradeIsThatTrade() {
		MonteCarlo certain = MonteCarlo.of(new double[]{-0.2}, 50, 1);

		assertThat(certain.finalReturn().p05()).isCloseTo(-0.2, within(1e-12));
		assertThat(certain.finalReturn().p95()).isCloseTo(-0.2, within(1e-12));
		assertThat(certain.drawdown().p50()).isCloseTo(0.2, within(1e-12));
		assertThat(certain.loss()).isOne();
	}

	/** By hand: of two trades, +100 % and -50 %, a quarter of the draws quadruples, a half comes back to one, a quarter keeps a quarter. */
	@Test
	void hasTheOutcomesCountedByHand() {
		MonteCarlo drawn = MonteCarlo.of(new double[]{1, -0.5}, 100_000, 7);

		assertThat(drawn.finalReturn().p05()).isEqualTo(-0.75);
		assertThat(drawn.finalReturn().p50()).isEqualTo(0);
		assertThat(drawn.finalReturn().p95()).isEqualTo(3);
		assertThat(drawn.loss()).isCloseTo(0.25, within(0.01));
		// Falls: 0 (up, up), one half (up, down and down, up), three quarters (down, down).
		assertThat(drawn.drawdown().p05()).isEqualTo(0);
		assertThat(drawn.drawdown().p50()).isEqualTo(0.5);
		assertThat(drawn.drawdown().p95()).isEqualTo(0.75);
	}

	@Test
	void isTheSameForTheSameSeedOnly() {
		double[] returns = Luck.returns(1, 50, 0.001, 0.02);

		assertThat(MonteCarlo.of(returns, 500, 4)).isEqualTo(MonteCarlo.of(returns, 500, 4));
		assertThat(MonteCarlo.of(returns, 500, 4)).isNotEqualTo(MonteCarlo.of(returns, 500, 5));
	}

	@Test
	void losesNoMoreThanAll() {
		MonteCarlo ruined = MonteCarlo.of(new double[]{-1.5}, 10, 1);

		assertThat(ruined.finalReturn().p50()).isEqualTo(-1);
		assertThat(ruined.drawdown().p50()).isOne();
	}

	@Test
	void refusesWhatItCannotDraw() {
		assertThatThrownBy(() -> MonteCarlo.of(new double[0], 10, 1)).hasMessageContaining("a trade at least");
		assertThatThrownBy(() -> MonteCarlo.of(new double[1], 0, 1)).hasMessageContaining("runs");
		assertThatThrownBy(() -> MonteCarlo.of(new double[1], 1_000_001, 1)).hasMessageContaining("runs");
	}

	/** The example of NumPy's manual for its default method, and the ends. */
	@Test
	void interpolatesQuantilesBetweenNeighbours() {
		Quantiles quantiles = Quantiles.of(new double[]{4, 1, 3, 2});

		assertThat(quantiles.p25()).isEqualTo(1.75);
		assertThat(quantiles.p50()).isEqualTo(2.5);
		assertThat(quantiles.p75()).isEqualTo(3.25);
		assertThat(Quantiles.of(new double[]{5}).p99()).isEqualTo(5);
	}
}
