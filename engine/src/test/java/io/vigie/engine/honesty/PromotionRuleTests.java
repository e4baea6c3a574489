package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionRuleTests {

	private static final int DAYS = 1000;
	private static final DeflatedSharpe BELIEVED = new DeflatedSharpe(0.2, 0.1, 0.995);
	private static final Overfitting CHOSEN_WELL = new Overfitting(0.05, 0.1, 70);
	private static final MonteCarlo SAFE = MonteCarlo.of(new double[]{0.01}, 10, 1);

	private static String words(Evidence evidence) {
		return PromotionRule.STANDARD.judge(evidence).words();
	}

	@Test
	void promotesWhatNothingSpeaksAgainst() {
		assertThat(words(new Evidence(30, BELIEVED, CHOSEN_WELL, SAFE, 0.01))).isEqualTo("promoted");
		assertThat(words(new Evidence(30, BELIEVED, null, null, null))).isEqualTo("promoted");
	}

	@Test
	void refusesTooFewTrades() {
		assertThat(words(new Evidence(29, BELIEVED, CHOSEN_WELL, SAFE, 0.01)))
			.isEqualTo("refused, because 29 trades are too few to judge by, 30 are needed");
	}

	@Test
	void refusesWhatMayBeLuck() {
		assertThat(words(new Evidence(30, new DeflatedSharpe(0.2, 0.1, 0.9899), CHOSEN_WELL, SAFE, 0.01)))
			.isEqualTo("refused, because its Sharpe ratio is above what luck gives with a probability of only 99.0 %, 99 % are needed");
	}

	@Test
	void refusesWhatWasOverfitted() {
		assertThat(words(new Evidence(30, BELIEVED, new Overfitting(0.21, 0, 70), SAFE, 0.01)))
			.contains("overfitting with a probability of 21 %");
	}

	@Test
	void refusesWhatLosesWhenDrawnAnew() {
		assertThat(words(new Evidence(30, BELIEVED, CHOSEN_WELL, MonteCarlo.of(new double[]{0.02, -0.01}, 1000, 1), 0.01)))
			.contains("drawn anew, lose money in");
	}

	@Test
	void refusesWhatFallsTooDeepWhenDrawnAnew() {
		double[] steep = IntStream.range(0, 40).mapToDouble(i -> i % 4 == 0 ? -0.2 : 0.25).toArray();

		assertThat(words(new Evidence(40, BELIEVED, CHOSEN_WELL, MonteCarlo.of(steep, 1000, 1), 0.01))).contains("in one case of twenty")
			.doesNotContain("lose money");
	}

	@Test
	void refusesWhatEarnsNothingOutOfSample() {
		assertThat(words(new Evidence(30, BELIEVED, CHOSEN_WELL, SAFE, 0.0))).contains("it made 0.00 % where its parameters weren't chosen");
	}

	@Test
	void namesAllThatSpeaksAgainst() {
		assertThat(PromotionRule.STANDARD.judge(new Evidence(3, new DeflatedSharpe(0, 0, 0), null, null, -0.1)))
			.isInstanceOfSatisfying(Promotion.Refused.class, it -> assertThat(it.reasons()).hasSize(3));
	}

	/** Each day's return is a trade; each of the thousand is judged as one of a thousand. */
	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3})
	void promotesHardlyAnyOfAThousandRandomStrategies(long seed) {
		List<double[]> returns = Luck.trials(seed, 1000, DAYS);

		assertThat(promoted(returns, 1000)).isLessThanOrEqualTo(10);
	}

	/** And if nobody tells how many there were, so that each counts as tried once, luck passes one in a hundred. */
	@Test
	void promotesFewOfAThousandRandomStrategiesEvenWithoutTheTrialsBeingTold() {
		List<double[]> returns = Luck.trials(4, 1000, DAYS);

		assertThat(promoted(returns, 1)).isBetween(1L, 15L);
	}

	@Test
	void promotesTheOneThatIsGoodAmongAThousandRandomOnes() {
		List<double[]> lucky = Luck.trials(5, 999, DAYS);
		double[] good = Luck.returns(6, DAYS, 0.0025, 0.01);
		List<Trial> trials = IntStream.range(0, 1000).mapToObj(i -> Trial.of(i == 500 ? good : lucky.get(i < 500 ? i : i - 1))).toList();
		DeflatedSharpe sharpe = DeflatedSharpe.of(Moments.of(good), 1000, spread(trials));

		assertThat(words(new Evidence(DAYS, sharpe, Overfitting.of(trials), MonteCarlo.of(good, 1000, 1), null))).isEqualTo("promoted");
	}

	private static long promoted(List<double[]> returns, int trials) {
		double spread = spread(returns.stream().map(Trial::of).toList());
		return returns.stream()
			.map(it -> new Evidence(DAYS, DeflatedSharpe.of(Moments.of(it), trials, spread), null, MonteCarlo.of(it, 100, 1), null))
			.filter(it -> PromotionRule.STANDARD.judge(it) instanceof Promotion.Promoted)
			.count();
	}

	private static double spread(List<Trial> trials) {
		return Moments.of(trials.stream().mapToDouble(it -> it.moments().sharpe()).toArray()).deviation();
	}
}
