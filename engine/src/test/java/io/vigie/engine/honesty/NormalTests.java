package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTests {

	/** Abramowitz and Stegun, tables 26.1 and 26.2, and for the far tail R's pnorm. */
	@ParameterizedTest
	@CsvSource({"0, 0.5", "1, 0.841344746068543", "-1, 0.158655253931457", "2, 0.977249868051821", "-3, 0.001349898031630",
			"-4.9, 4.791832765903e-7", "-5.1, 1.698267407148e-7", "-10, 7.619853024161e-24", "6, 0.999999999013412"})
	void hasThePublishedProbabilities(double x, double probability) {
		assertThat(Normal.probability(x)).isCloseTo(probability, Percentage.withPercentage(1e-9));
	}

	@ParameterizedTest
	@CsvSource({"0.5, 0", "0.975, 1.959963984540054", "0.99, 2.326347874040841", "0.999, 3.090232306167814",
			"0.05, -1.644853626951473", "1e-9, -5.997807015007687"})
	void hasThePublishedQuantiles(double probability, double x) {
		assertThat(Normal.quantile(probability)).isCloseTo(x, within(1e-11));
	}

	@Test
	void endsInNothingAndAllFarOut() {
		assertThat(Normal.probability(-40)).isZero();
		assertThat(Normal.probability(40)).isOne();
		assertThat(Normal.probability(Double.NEGATIVE_INFINITY)).isZero();
	}

	@ParameterizedTest
	@ValueSource(doubles = {0, 1, -0.1, Double.NaN})
	void hasNoQuantileOutsideOfProbabilities(double probability) {
		assertThatThrownBy(() -> Normal.quantile(probability)).hasMessageContaining("between 0 and 1");
	}
}
