package io.vigie.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever is voted by whoever. */
class BallotPropertyTests {

	@Property
	void countsAlikeInAnyOrder(@ForAll("votes") List<Vote> votes, @ForAll VotingRule rule, @ForAll("scores") Map<String, Score> scores,
			@ForAll Random random) {
		List<Vote> shuffled = new ArrayList<>(votes);
		Collections.shuffle(shuffled, random);

		assertThat(count(rule, shuffled, scores)).isEqualTo(count(rule, votes, scores));
	}

	@Property
	void abstentionIsNoVote(@ForAll("votes") List<Vote> votes, @ForAll VotingRule rule, @ForAll("scores") Map<String, Score> scores) {
		List<Vote> withAbstention = new ArrayList<>(votes);
		withAbstention.add(new Vote("a", Action.HOLD, BigDecimal.ONE));

		assertThat(count(rule, withAbstention, scores)).isEqualTo(count(rule, votes, scores));
	}

	@Property
	void mirroredVotesGiveMirroredVerdict(@ForAll("votes") List<Vote> votes, @ForAll VotingRule rule,
			@ForAll("scores") Map<String, Score> scores) {
		Verdict verdict = count(rule, votes, scores);
		Verdict mirrored = count(rule, votes.stream().map(BallotPropertyTests::mirrored).toList(), scores);

		assertThat(mirrored.action()).isEqualTo(mirrored(verdict.action()));
		assertThat(mirrored.confidence()).isEqualByComparingTo(verdict.confidence());
	}

	@Property
	void oneMoreVoteForTheWinnerChangesNoWinner(@ForAll("votes") List<Vote> votes, @ForAll VotingRule rule,
			@ForAll("scores") Map<String, Score> scores, @ForAll("confidences") BigDecimal confidence) {
		Verdict verdict = count(rule, votes, scores);
		Assume.that(verdict.action() != Action.HOLD);
		List<Vote> more = new ArrayList<>(votes);
		more.add(new Vote("another", verdict.action(), confidence));

		assertThat(count(rule, more, scores).action()).isEqualTo(verdict.action());
	}

	@Property
	void unanimityIsFollowedAndAsSureAsItsVoters(@ForAll("votes") List<Vote> votes, @ForAll VotingRule rule,
			@ForAll("scores") Map<String, Score> scores) {
		List<Vote> buyers = votes.stream().filter(it -> it.action() == Action.BUY && it.confidence().signum() > 0).toList();
		Assume.that(!buyers.isEmpty());
		Verdict verdict = count(rule, buyers, scores);

		assertThat(verdict.action()).isEqualTo(Action.BUY);
		assertThat(verdict.confidence()).isBetween(
				buyers.stream().map(Vote::confidence).min(BigDecimal::compareTo).orElseThrow(),
				buyers.stream().map(Vote::confidence).max(BigDecimal::compareTo).orElseThrow());
	}

	@Property
	void performanceThatNobodyHasIsMajority(@ForAll("votes") List<Vote> votes) {
		assertThat(count(VotingRule.PERFORMANCE, votes, Map.of())).isEqualTo(count(VotingRule.MAJORITY, votes, Map.of()));
	}

	@Provide
	Arbitrary<List<Vote>> votes() {
		return Combinators.combine(Arbitraries.of("a", "b", "c", "d", "e"), Arbitraries.of(Action.class), confidences())
			.as(Vote::new)
			.list()
			.ofMaxSize(5)
			.uniqueElements(Vote::source);
	}

	@Provide
	Arbitrary<BigDecimal> confidences() {
		return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
	}

	@Provide
	Arbitrary<Map<String, Score>> scores() {
		Arbitrary<Score> score = Combinators.combine(Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 40), confidences())
			.as((hits, misses, sure) -> FusionFixtures.score(hits, misses, sure.toPlainString()));
		return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e"), score);
	}

	private static Verdict count(VotingRule rule, List<Vote> votes, Map<String, Score> scores) {
		return plain(Ballot.count(rule, votes, 1, Weights.of(scores, 30)));
	}

	/** Sums have as many digits as their longest part; that is no difference. */
	private static Verdict plain(Verdict it) {
		return new Verdict(it.action(), it.confidence().stripTrailingZeros(), it.buying().stripTrailingZeros(),
				it.closing().stripTrailingZeros(), it.votes());
	}

	private static Vote mirrored(Vote vote) {
		return new Vote(vote.source(), mirrored(vote.action()), vote.confidence());
	}

	private static Action mirrored(Action action) {
		return switch (action) {
			case BUY -> Action.CLOSE;
			case CLOSE -> Action.BUY;
			case HOLD -> Action.HOLD;
		};
	}
}
