package io.vigie.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTests {

	private static final List<String> MIDDLES = List.of("0.05", "0.15", "0.25", "0.35", "0.45", "0.55", "0.65", "0.75", "0.85", "0.95");

	@Test
	void putsForecastsIntoTenBins() {
		assertThat(Calibration.bin(new BigDecimal("0"))).isZero();
		assertThat(Calibration.bin(new BigDecimal("0.0999"))).isZero();
		assertThat(Calibration.bin(new BigDecimal("0.1"))).isEqualTo(1);
		assertThat(Calibration.bin(new BigDecimal("0.9"))).isEqualTo(9);
		assertThat(Calibration.bin(new BigDecimal("1"))).isEqualTo(9);
	}

	@Test
	void isReliableWhereSevenOfTenAreRightOfThoseSureBySeventyPercent() {
		Calibration calibration = Calibration.NONE;
		for (int i = 0; i < 100; i++) {
			calibration = calibration.plus(new BigDecimal("0.7"), i < 70);
		}

		assertThat(calibration.reliability()).isZero();
		assertThat(calibration.resolution()).isZero();
		assertThat(calibration.uncertainty()).isEqualByComparingTo("0.21");
		assertThat(calibration.total().brier()).isEqualByComparingTo("0.21");
	}

	@Test
	void showsOverconfidence() {
		Calibration calibration = Calibration.NONE;
		for (int i = 0; i < 10; i++) {
			calibration = calibration.plus(new BigDecimal("0.9"), i < 5);
		}

		assertThat(calibration.reliability()).isEqualByComparingTo("0.16");
	}

	@Test
	void isZeroWithoutForecasts() {
		assertThat(Calibration.NONE.reliability()).isZero();
		assertThat(Calibration.NONE.resolution()).isZero();
		assertThat(Calibration.NONE.uncertainty()).isZero();
	}

	@Test
	void refusesAnotherNumberOfBins() {
		assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(List.of(Score.NONE))).withMessage("There are 10 bins, not 1");
	}

	/** Murphy's partition: exact where each bin holds one confidence only. */
	@Property
	void partsMakeUpTheBrierScore(@ForAll @Size(min = 1, max = 100) List<@From("middles") BigDecimal> sure, @ForAll long seed) {
		var random = new Random(seed);
		Calibration calibration = Calibration.NONE;
		for (BigDecimal each : sure) {
			calibration = calibration.plus(each, random.nextBoolean());
		}

		BigDecimal parts = calibration.reliability().subtract(calibration.resolution()).add(calibration.uncertainty());
		assertThat(parts).isCloseTo(calibration.total().brier(), within(new BigDecimal("1e-12")));
	}

	@Provide
	Arbitrary<BigDecimal> middles() {
		return Arbitraries.of(MIDDLES).map(BigDecimal::new);
	}
}
