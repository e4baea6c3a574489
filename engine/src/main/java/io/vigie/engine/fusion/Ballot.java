package io.vigie.engine.fusion;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * Counts votes. The side that weighs more wins; equal sides, or nobody at all, change nothing.
 *
 * <p>The winner's confidence is the linear opinion pool of all voters (M. Stone, "The opinion pool", Annals of Mathematical
 * Statistics 32, 1961): the weighted mean of the probabilities that each of them gives the winning side, where one who is
 * sure by {@code c} of the other side gives it {@code 1 - c}. So the minority is heard, in the confidence.
 */
public final class Ballot {

	static final int SCALE = 4;

	private Ballot() {
	}

	/**
	 * @param quorum fewer votes than this decide nothing
	 * @param weights looked at by {@link VotingRule#PERFORMANCE} alone
	 */
	public static Verdict count(VotingRule rule, Collection<Vote> all, int quorum, Weights weights) {
		List<Vote> votes = all.stream().filter(it -> !it.abstains()).toList();
		BigDecimal buying = sum(rule, votes, Action.BUY, weights);
		BigDecimal closing = sum(rule, votes, Action.CLOSE, weights);
		int order = buying.compareTo(closing);
		if (order == 0 || votes.size() < quorum) {
			return new Verdict(Action.HOLD, BigDecimal.ZERO, buying, closing, votes.size());
		}
		Action winner = order > 0 ? Action.BUY : Action.CLOSE;
		return new Verdict(winner, pool(rule, votes, winner, weights, buying.add(closing)), buying, closing, votes.size());
	}

	private static BigDecimal sum(VotingRule rule, List<Vote> votes, Action side, Weights weights) {
		return votes.stream()
			.filter(it -> it.action() == side)
			.map(it -> rule.weigh(it, weights))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal pool(VotingRule rule, List<Vote> votes, Action winner, Weights weights, BigDecimal total) {
		return votes.stream()
			.map(it -> rule.weigh(it, weights).multiply(probability(it, winner)))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.divide(total, SCALE, RoundingMode.HALF_EVEN);
	}

	private static BigDecimal probability(Vote vote, Action side) {
		return vote.action() == side ? vote.confidence() : BigDecimal.ONE.subtract(vote.confidence());
	}
}
