package io.vigie.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverfittingTests {

	private static List<Trial> trials(int blocks, double[]... returns) {
		return Stream.of(returns).map(it -> Trial.of(it, blocks)).toList();
	}

	/** Whoever is best in one half is worst in the other, both ways. */
	@Test
	void isCertainWhereEachHalfHasAnotherBest() {
		Overfitting overfitting = Overfitting.of(trials(2, new double[]{2, 4, -2, -4}, new double[]{-1, -3, 1, 3}));

		assertThat(overfitting).isEqualTo(new Overfitting(1, 1, 2));
	}

	@Test
	void isNoneWhereOneIsAlwaysBest() {
		Overfitting overfitting = Overfitting.of(trials(4, new double[]{3, 4, 3, 4, 3, 4, 3, 4}, new double[]{1, -1, 1, -1, 1, -1, 1, -1},
				new double[]{-3, -4, -3, -4, -3, -4, -3, -4}));

		assertThat(overfitting).isEqualTo(new Overfitting(0, 0, 6));
	}

	/**
	 * By hand, two blocks of two returns. Sharpe ratios (mean over deviation of the sample) in the first: A 3/√2, B 2/√2, C 1/√2;
	 * in the second: A 1/√2, B 2/√2, C 3/√2. Best in the first is A, last of three in the second: rank 1/4. Best in the second
	 * is C, last in the first: rank 1/4.
	 */
	@Test
	void isThatComputedByHand() {
		double[] a = {2, 4, 0, 2};
		double[] b = {1, 3, 1, 3};
		double[] c = {0, 2, 2, 4};

		assertThat(Overfitting.of(trials(2, a, b, c))).isEqualTo(new Overfitting(1, 0, 2));
	}

	/**
	 * By hand, times 1/√2: P 3 and 2, Q 0 and 3, R 1 and 1, S 2 and 0. Best in the first is P, third of four in the second: rank
	 * 3/5, no overfitting. Best in the second is Q, last in the first: rank 1/5.
	 */
	@Test
	void isHalfWhereOneOfTwoWaysHoldsGood() {
		double[] p = {2, 4, 1, 3};
		double[] q = {-1, 1, 2, 4};
		double[] r = {0, 2, 0, 2};
		double[] s = {1, 3, -1, 1};

		assertThat(Overfitting.of(trials(2, p, q, r, s))).isEqualTo(new Overfitting(0.5, 0, 2));
	}

	@Test
	void isThatOfTheReturnsPutTogetherPlainly() {
		for (int seed = 0; seed < 5; seed++) {
			List<double[]> returns = Luck.trials(seed, 7, 67);

			assertThat(Overfitting.of(returns.stream().map(it -> Trial.of(it, 6)).toList()).probability())
				.isCloseTo(plainly(returns, 6), within(1e-12));
		}
	}

	/** The paper's own words, one after the other, on the returns themselves. */
	private static double plainly(List<double[]> returns, int blocks) {
		int ways = 0;
		int overfitted = 0;
		for (int chosen = 0; chosen < 1 << blocks; chosen++) {
			if (Integer.bitCount(chosen) != blocks / 2) {
				continue;
			}
			int in = chosen;
			double[] inside = returns.stream().mapToDouble(it -> Moments.of(part(it, blocks, in)).sharpe()).toArray();
			double[] outside = returns.stream().mapToDouble(it -> Moments.of(part(it, blocks, ~in)).sharpe()).toArray();
			int best = IntStream.range(0, inside.length).reduce((x, y) -> inside[y] > inside[x] ? y : x).orElseThrow();
			double rank = 1 + IntStream.range(0, outside.length).filter(i -> outside[i] < outside[best]).count();
			double omega = rank / (outside.length + 1);
			ways++;
			overfitted += Math.log(omega / (1 - omega)) <= 0 ? 1 : 0;
		}
		return (double) overfitted / ways;
	}

	private static double[] part(double[] returns, int blocks, int chosen) {
		List<Double> part = new ArrayList<>();
		for (int block = 0; block < blocks; block++) {
			if ((chosen >> block & 1) == 1) {
				for (int i = returns.length * block / blocks; i < returns.length * (block + 1) / blocks; i++) {
					part.add(returns[i]);
				}
			}
		}
		return part.stream().mapToDouble(it -> it).toArray();
	}

	@Test
	void isLikelyAmongTrialsWithoutSkillAndUnlikelyWithOneSkilled() {
		List<Trial> lucky = Luck.trials(3, 100, 1000).stream().map(Trial::of).toList();
		List<Trial> skilled = new ArrayList<>(lucky);
		skilled.set(17, Trial.of(Luck.returns(5, 1000, 0.003, 0.01)));

		assertThat(Overfitting.of(lucky).probability()).isGreaterThan(0.3);
		assertThat(Overfitting.of(lucky).ways()).isEqualTo(12_870);
		assertThat(Overfitting.of(skilled).probability()).isLessThan(0.01);
	}

	@Test
	void ofTrialsThatAreAllAlikeIsCertain() {
		double[] same = Luck.returns(1, 160, 0, 0.01);

		assertThat(Overfitting.of(trials(4, same, same, same)).probability()).isOne();
	}

	@Test
	void refusesWhatCannotBeCompared() {
		Trial trial = Trial.of(new double[32]);

		assertThatThrownBy(() -> Overfitting.of(List.of(trial))).hasMessageContaining("two trials");
		assertThatThrownBy(() -> Overfitting.of(List.of(trial, Trial.of(new double[32], 4)))).hasMessageContaining("same even number");
		assertThatThrownBy(() -> Overfitting.of(trials(3, new double[9], new double[9]))).hasMessageContaining("even");
		assertThatThrownBy(() -> Overfitting.of(trials(22, new double[44], new double[44]))).hasMessageContaining("20 at most");
		assertThatThrownBy(() -> Overfitting.of(List.of(trial, Trial.of(new double[33])))).hasMessageContaining("same times");
	}

	@Test
	void countsEachReturnIntoOneBlock() {
		List<Tally> blocks = Trial.of(Luck.returns(1, 1003, 0, 1)).blocks();

		assertThat(blocks).hasSize(Trial.BLOCKS).allMatch(it -> it.count() == 62 || it.count() == 63);
		assertThat(Trial.of(Luck.returns(1, 1003, 0, 1)).moments().count()).isEqualTo(1003);
	}
}
