package io.vigie.backtest.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.honesty.Overfitting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SweepTests {

	private static final Choice CHOICE = Choice.all(Grid.parse("fast=2:12:2,slow=4:20:4"), Map.of());

	@Test
	void tellsOfEachCombinationWhatABacktestTells() {
		Study study = StudyFixtures.walk(400);
		Sweep sweep = Sweep.run(study, CHOICE, 2, _ -> {
		});

		assertThat(sweep.ranked()).hasSize(21).allSatisfy(it -> {
			BacktestResult result = Backtest.run(study.strategy().start(it.parameters()), study.bars(), study.assumptions());
			Outcome.Score score = Objects.requireNonNull(it.score());
			assertThat(score.totalReturn()).isEqualTo(result.figures().totalReturn());
			assertThat(score.maxDrawdown()).isEqualTo(result.figures().maxDrawdown());
			assertThat(score.trades()).isEqualTo(result.figures().trades());
			assertThat(score.trial().moments().count()).isEqualTo(400);
		});
		assertThat(sweep.left()).isEqualTo(30 - 21);
		assertThat(sweep.selection().tried()).isEqualTo(21);
	}

	@Test
	void isTheSameOnAnyNumberOfThreads() {
		Study study = StudyFixtures.walk(300);
		Sweep alone = Sweep.run(study, CHOICE, 1, _ -> {
		});

		assertThat(Sweep.run(study, CHOICE, 4, _ -> {
		})).isEqualTo(alone);
		assertThat(Sweep.of(alone.ranked().reversed()).ranked()).isEqualTo(alone.ranked());
	}

	@Test
	void ranksTheBestSharpeRatioFirst() {
		Sweep sweep = Sweep.run(StudyFixtures.walk(400), CHOICE, 2, _ -> {
		});

		assertThat(sweep.ranked()).extracting(it -> Objects.requireNonNull(it.score()).sharpe()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
	}

	@Test
	void tellsHowFarItIs() {
		List<Double> parts = new ArrayList<>();
		Sweep.run(StudyFixtures.walk(50), CHOICE, 2, parts::add);

		assertThat(parts).hasSize(30).isSorted().endsWith(1.0);
	}

	@Test
	void choosesOnlyOnThePastWhenWalkingForward() {
		Study study = StudyFixtures.walk(600);
		WalkForward walk = WalkForward.run(study, CHOICE, 4, 2, _ -> {
		});
		Study past = study.over(study.bars().subList(0, 240));

		assertThat(walk.stretches()).hasSize(4);
		assertThat(walk.stretches().get(1).from()).isEqualTo(study.bars().get(240).openAt());
		assertThat(walk.stretches().get(1).chosen()).isEqualTo(Sweep.run(past, CHOICE, 1, _ -> {
		}).ranked().getFirst().parameters());
		double grown = walk.stretches().stream().mapToDouble(it -> 1 + it.totalReturn().doubleValue()).reduce(1, (a, b) -> a * b);
		assertThat(walk.outOfSample()).isEqualTo(grown - 1);
	}

	/** A stretch that began with an empty memory would not trade for the first twenty bars. */
	@Test
	void remembersWhatWasBeforeEachStretchAndTradesOnlyWithinIt() {
		Study study = StudyFixtures.swing(400);
		WalkForward walk = WalkForward.run(study, Choice.one(StudyFixtures.cross(5, 20)), 3, 1, _ -> {
		});
		BacktestResult whole = study.run(StudyFixtures.cross(5, 20));

		for (WalkForward.Stretch stretch : walk.stretches()) {
			long within = whole.trades().stream().filter(it -> {
				var exit = it.exit();
				return exit != null && it.entryAt().isAfter(stretch.from()) && exit.at().isBefore(stretch.to());
			}).count();
			assertThat(stretch.trades()).isEqualTo((int) within).isPositive();
		}
	}

	@Test
	void refusesToWalkWhereThereIsNoRoom() {
		assertThatThrownBy(() -> WalkForward.run(StudyFixtures.walk(100), CHOICE, 5, 1, _ -> {
		})).hasMessage("100 bars are too few for 5 stretches and one before them of at least 20 each");
	}

	@Test
	void losesWithCostsWhatTheyCost() {
		Sensitivity sensitivity = Sensitivity.run(StudyFixtures.walk(400), StudyFixtures.cross(2, 4));

		assertThat(sensitivity.points()).hasSize(25);
		assertThat(sensitivity.points().getFirst().totalReturn()).isGreaterThan(sensitivity.points().get(1).totalReturn());
		assertThat(sensitivity.points().get(4).totalReturn()).isGreaterThan(sensitivity.points().get(24).totalReturn());
		assertThat(sensitivity.points().getFirst().totalReturn())
			.isEqualTo(StudyFixtures.walk(400).run(StudyFixtures.cross(2, 4)).figures().totalReturn());
	}

	@Test
	void isJudgedAsTheBestOfAll() {
		Study study = StudyFixtures.walk(800);
		Sweep sweep = Sweep.run(study, CHOICE, 2, _ -> {
		});
		Map<String, BigDecimal> best = sweep.ranked().getFirst().parameters();
		Inquiry inquiry = Inquiry.of(new Questions(CHOICE, 3, 200, 1, true, true), study, best, study.run(best), sweep, 2, _ -> {
		});

		assertThat(inquiry.promotion().words()).startsWith("refused, because ");
		assertThat(inquiry.findings()).extracting(it -> it.title()).containsExactly("Parameters tried: 21", "Walk-forward", "Trades drawn anew",
				"Sensitivity to costs", "Checks");
		Overfitting overfitting = Objects.requireNonNull(sweep.selection().overfitting());
		assertThat(inquiry.verdict().rows()).anyMatch(it -> it.contains("Overfitting") && it.get(1).startsWith("%.2f".formatted(100 * overfitting.probability())));
	}

	@Test
	void refusesWhatFailsACheckWhateverItsFigures() {
		Study study = StudyFixtures.swing(300);
		Map<String, BigDecimal> cross = StudyFixtures.cross(2, 5);

		assertThat(Inquiry.of(new Questions(null, 0, 0, 1, true, false), study, cross, study.run(cross), null, 1, _ -> {
		}).promotion().words()).contains("the warm-up check failed: 300 bars are too few to tell");
	}

	@Test
	void asksNothingThatWasNotAsked() {
		Study study = StudyFixtures.walk(100);
		Inquiry inquiry = Inquiry.of(Questions.NONE, study, Map.of(), study.run(Map.of()), null, 1, _ -> {
		});

		assertThat(inquiry.findings()).isEmpty();
		assertThat(inquiry.verdict().title()).isEqualTo("Verdict: refused");
	}
}
