package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentsTests {

	/** By hand: mean 2, deviations -1 -1 -1 3; their squares sum to 12, cubes to 24, fourth powers to 84. */
	@Test
	void areThoseComputedByHand() {
		Moments moments = Moments.of(new double[]{1, 1, 1, 5});

		assertThat(moments.count()).isEqualTo(4);
		assertThat(moments.mean()).isEqualTo(2);
		assertThat(moments.deviation()).isCloseTo(2, within(1e-12));
		assertThat(moments.skewness()).isCloseTo(24 / 4.0 / Math.pow(3, 1.5), within(1e-12));
		assertThat(moments.kurtosis()).isCloseTo(84 / 4.0 / 9, within(1e-12));
		assertThat(moments.sharpe()).isCloseTo(1, within(1e-12));
	}

	@Test
	void ofReturnsThatAreAllAlikeHaveNoSharpeRatio() {
		double[] alike = new double[1000];
		Arrays.fill(alike, 0.1);

		assertThat(Moments.of(alike)).isEqualTo(new Moments(1000, Moments.of(alike).mean(), 0, 0, 3));
		assertThat(Moments.of(alike).sharpe()).isZero();
		assertThat(Moments.sharpe(1000, 100, 10)).isZero();
	}

	@Test
	void ofNothingAreNothing() {
		assertThat(Moments.of(new double[0]).sharpe()).isZero();
		assertThat(Moments.of(new double[]{0.3}).sharpe()).isZero();
	}

	@Test
	void ofTalliesAddedUpAreThoseOfTheWhole() {
		double[] returns = Luck.returns(1, 1000, 0.0005, 0.01);
		Tally parts = Tally.of(returns, 0, 300).plus(Tally.of(returns, 300, 1000));

		assertThat(parts.moments().sharpe()).isCloseTo(Moments.of(returns).sharpe(), within(1e-12));
		assertThat(parts.moments().skewness()).isCloseTo(Moments.of(returns).skewness(), within(1e-9));
		assertThat(parts.moments().kurtosis()).isCloseTo(Moments.of(returns).kurtosis(), within(1e-9));
		assertThat(Moments.sharpe(parts.count(), parts.sum(), parts.squares())).isCloseTo(Moments.of(returns).sharpe(), within(1e-12));
	}
}
