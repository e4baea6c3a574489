package io.vigie.engine.fusion;

import static io.vigie.engine.fusion.FusionFixtures.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightsTests {

	@Test
	void areEqualWhileNothingIsKnown() {
		assertThat(Weights.of(Map.of(), 30).of("anyone")).isEqualByComparingTo("1");
		assertThat(Weights.of(Map.of("a", Score.NONE), 30).of("a")).isEqualByComparingTo("1");
	}

	@Test
	void areInverseToTheErrorOnceMuchIsKnown() {
		// Brier scores 0.9*0.01+0.1*0.81 = 0.09 and 0.5*0.01+0.5*0.81 = 0.41
		Weights weights = Weights.of(Map.of("good", score(9_000, 1_000, "0.9"), "bad", score(5_000, 5_000, "0.9")), 1);

		assertThat(weights.of("good").doubleValue() / weights.of("bad").doubleValue()).isCloseTo(0.41 / 0.09, within(0.01));
	}

	@Test
	void areNearlyEqualWhileLittleIsKnown() {
		Weights weights = Weights.of(Map.of("lucky", score(2, 0, "0.9"), "usual", score(600, 400, "0.6")), 30);

		assertThat(weights.of("lucky")).isBetween(new BigDecimal("1"), new BigDecimal("1.07"));
	}

	@Test
	void takeNewcomersForAverage() {
		Weights weights = Weights.of(Map.of("good", score(90, 10, "0.9"), "bad", score(10, 90, "0.9"), "new", Score.NONE), 30);

		assertThat(weights.of("new")).isLessThan(weights.of("good")).isGreaterThan(weights.of("bad")).isEqualByComparingTo("1");
	}

	@Test
	void areEqualWhereAllArePerfect() {
		assertThat(Weights.of(Map.of("a", score(5, 0, "1"), "b", score(1, 0, "1")), 30).of("a")).isEqualByComparingTo("1");
	}

	@Property
	void moreEvidenceForTheSameQualityNeverTakesWeightFromTheBetter(@ForAll @IntRange(min = 1, max = 200) int tens) {
		Weights few = weights(tens);
		Weights more = weights(tens + 1);

		assertThat(few.of("good")).isGreaterThan(few.of("bad"));
		assertThat(more.of("good").subtract(more.of("bad"))).isGreaterThanOrEqualTo(few.of("good").subtract(few.of("bad")));
	}

	@Test
	void refuseToGoWithoutShrinkage() {
		assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(Map.of(), 0)).withMessage("Shrinkage must be positive, not 0");
	}

	private static Weights weights(int tens) {
		return Weights.of(Map.of("good", score(7 * tens, 3 * tens, "0.7"), "bad", score(4 * tens, 6 * tens, "0.7")), 30);
	}
}
