package io.vigie.engine.fusion;

import static io.vigie.engine.fusion.FusionFixtures.abstains;
import static io.vigie.engine.fusion.FusionFixtures.buys;
import static io.vigie.engine.fusion.FusionFixtures.closes;
import static io.vigie.engine.fusion.FusionFixtures.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.strategy.Action;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BallotTests {

	@Test
	void followsMajorityHoweverSureTheMinorityIs() {
		Verdict verdict = count(VotingRule.MAJORITY, buys("a", "0.51"), buys("b", "0.52"), closes("c", "0.99"));

		assertThat(verdict.action()).isEqualTo(Action.BUY);
		assertThat(verdict.confidence()).isEqualByComparingTo("0.3467");
		assertThat(verdict.votes()).isEqualTo(3);
	}

	@Test
	void followsTheSurerSideWhereConfidenceWeighs() {
		Verdict verdict = count(VotingRule.CONFIDENCE, buys("a", "0.3"), buys("b", "0.4"), closes("c", "0.9"));

		assertThat(verdict.action()).isEqualTo(Action.CLOSE);
		assertThat(verdict.buying()).isEqualByComparingTo("0.7");
		assertThat(verdict.closing()).isEqualByComparingTo("0.9");
	}

	@Test
	void followsTheBetterSourceWherePerformanceWeighs() {
		Weights weights = Weights.of(Map.of("good", score(90, 10, "0.9"), "bad", score(10, 90, "0.9"), "poor", score(30, 70, "0.9")), 1);

		Verdict verdict = Ballot.count(VotingRule.PERFORMANCE,
				List.of(closes("good", "0.6"), buys("bad", "0.9"), buys("poor", "0.9")), 1, weights);

		assertThat(verdict.action()).isEqualTo(Action.CLOSE);
	}

	@Test
	void changesNothingWhenSidesWeighTheSame() {
		Verdict verdict = count(VotingRule.CONFIDENCE, buys("a", "0.7"), closes("b", "0.70"));

		assertThat(verdict.action()).isEqualTo(Action.HOLD);
		assertThat(verdict.confidence()).isZero();
	}

	@Test
	void changesNothingWhenAllAbstain() {
		for (VotingRule rule : VotingRule.values()) {
			Verdict verdict = count(rule, abstains("a"), abstains("b"));

			assertThat(verdict.action()).isEqualTo(Action.HOLD);
			assertThat(verdict.votes()).isZero();
		}
	}

	@Test
	void decidesNothingWithoutQuorum() {
		List<Vote> votes = List.of(buys("a", "0.9"), abstains("b"));

		assertThat(Ballot.count(VotingRule.MAJORITY, votes, 2, Weights.EQUAL).action()).isEqualTo(Action.HOLD);
		assertThat(Ballot.count(VotingRule.MAJORITY, votes, 1, Weights.EQUAL).action()).isEqualTo(Action.BUY);
	}

	@Test
	void refusesConfidenceThatIsNoProbability() {
		assertThatIllegalArgumentException().isThrownBy(() -> buys("a", "1.01")).withMessageContaining("a must lie between 0 and 1");
		assertThatIllegalArgumentException().isThrownBy(() -> buys("a", "-0.01"));
	}

	@Test
	void knowsRulesByName() {
		for (VotingRule rule : VotingRule.values()) {
			assertThat(VotingRule.named(rule.code())).isEqualTo(rule);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> VotingRule.named("lottery"))
			.withMessage("Unknown vote 'lottery', known are [majority-vote, confidence-vote, performance-vote]");
	}

	private static Verdict count(VotingRule rule, Vote... votes) {
		return Ballot.count(rule, List.of(votes), 1, Weights.EQUAL);
	}
}
