package io.vigie.engine.fusion;

import static io.vigie.engine.fusion.FusionFixtures.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreTests {

	record Forecast(BigDecimal sure, boolean hit) {
	}

	/** Worked by hand: (0.1² + 0.3² + 0.6²) / 3. */
	@Test
	void isTheMeanSquaredError() {
		Score score = Score.NONE.plus(new BigDecimal("0.9"), true).plus(new BigDecimal("0.7"), true).plus(new BigDecimal("0.6"), false);

		assertThat(score.brier()).isEqualByComparingTo(new BigDecimal("0.46").divide(BigDecimal.valueOf(3), MathContext.DECIMAL64));
		assertThat(score.hitRate()).isEqualByComparingTo("0.6666666666666667");
	}

	@Test
	void isAQuarterForTheCoin() {
		assertThat(score(3, 5, "0.5").brier()).isEqualByComparingTo(Score.COIN);
	}

	@Test
	void isZeroForTheSureAndRightAndOneForTheSureAndWrong() {
		assertThat(score(4, 0, "1").brier()).isZero();
		assertThat(score(0, 4, "1").brier()).isEqualByComparingTo("1");
	}

	@Test
	void isNothingWithoutForecasts() {
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(Score.NONE::brier);
		assertThatIllegalArgumentException().isThrownBy(() -> Score.NONE.minus(BigDecimal.ONE, true));
	}

	@Property
	void forgetsExactlyWhatIsTakenOut(@ForAll @Size(max = 50) List<@From("forecasts") Forecast> kept,
			@ForAll @Size(max = 50) List<@From("forecasts") Forecast> passing) {
		Score score = sum(Score.NONE, kept);
		Score longer = sum(score, passing);
		for (Forecast forecast : passing) {
			longer = longer.minus(forecast.sure, forecast.hit);
		}

		assertThat(longer.forecasts()).isEqualTo(score.forecasts());
		assertThat(longer.hits()).isEqualTo(score.hits());
		assertThat(longer.error()).isEqualByComparingTo(score.error());
		assertThat(longer.confidence()).isEqualByComparingTo(score.confidence());
	}

	@Property
	void scoresAreAddedAsForecastsAre(@ForAll @Size(max = 20) List<@From("forecasts") Forecast> some,
			@ForAll @Size(max = 20) List<@From("forecasts") Forecast> others) {
		Score together = sum(sum(Score.NONE, some), others);
		Score added = sum(Score.NONE, some).plus(sum(Score.NONE, others));

		assertThat(added.error()).isEqualByComparingTo(together.error());
		assertThat(added.forecasts()).isEqualTo(together.forecasts());
	}

	@Provide
	Arbitrary<Forecast> forecasts() {
		return Combinators.combine(Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4), Arbitraries.of(true, false))
			.as(Forecast::new);
	}

	private static Score sum(Score from, List<Forecast> forecasts) {
		for (Forecast forecast : forecasts) {
			from = from.plus(forecast.sure, forecast.hit);
		}
		return from;
	}
}
