package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DeflatedSharpeTests {

	/** Annualised figures of the papers, brought to a period. */
	private static Moments moments(double sharpe, long count, double skewness, double kurtosis) {
		return new Moments(count, sharpe, 1, skewness, kurtosis);
	}

	/** "The Deflated Sharpe Ratio", numerical example: 2.5 a year over five years of 250 days, best of 100 with a variance of 1/2. */
	@Test
	void isThatOfThePublishedExample() {
		DeflatedSharpe deflated = DeflatedSharpe.of(moments(2.5 / Math.sqrt(250), 1250, -3, 10), 100, Math.sqrt(0.5 / 250));

		assertThat(deflated.luck()).isCloseTo(0.1132, within(0.00005));
		assertThat(deflated.probability()).isCloseTo(0.9004, within(0.00005));
	}

	/** The same example: with 46 trials the strategy would have been believed at 95 %. */
	@Test
	void forgivesFewerTrials() {
		DeflatedSharpe deflated = DeflatedSharpe.of(moments(2.5 / Math.sqrt(250), 1250, -3, 10), 46, Math.sqrt(0.5 / 250));

		assertThat(deflated.probability()).isCloseTo(0.9505, within(0.00005));
	}

	/** "The Sharpe Ratio Efficient Frontier", section 5: two years of months, first as if normal, then skewed and fat-tailed. */
	@Test
	void ofASingleTrialIsThePublishedProbabilisticOne() {
		assertThat(DeflatedSharpe.aboveBar(moments(0.458, 24, 0, 3), 0)).isCloseTo(0.982, within(0.0005));
		assertThat(DeflatedSharpe.aboveBar(moments(0.458, 24, -2.448, 10.164), 0)).isCloseTo(0.913, within(0.0005));
		assertThat(DeflatedSharpe.of(moments(0.458, 24, -2.448, 10.164), 1, 5).luck()).isZero();
	}

	@Test
	void expectsOfTheLuckiestWhatTheLuckiestShow() {
		double meanBest = DoubleStream.iterate(0, i -> i < 300, i -> i + 1)
			.map(seed -> DoubleStream.of(Luck.returns((long) seed, 200, 0, 1)).max().orElseThrow())
			.average()
			.orElseThrow();

		assertThat(DeflatedSharpe.luck(200, 1)).isCloseTo(meanBest, within(0.06));
	}

	@Test
	void believesNothingThatDoesNotVary() {
		assertThat(DeflatedSharpe.of(Moments.of(new double[100]), 1, 0).probability()).isZero();
		assertThat(DeflatedSharpe.of(Moments.of(new double[]{0.1}), 1, 0).probability()).isZero();
	}

	@Test
	void refusesImpossibleTrials() {
		assertThatThrownBy(() -> DeflatedSharpe.luck(0, 1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> DeflatedSharpe.luck(2, -1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> DeflatedSharpe.luck(2, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
	}
}
