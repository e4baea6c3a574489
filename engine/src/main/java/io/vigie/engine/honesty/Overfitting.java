package io.vigie.engine.honesty;

import java.util.Arrays;
import java.util.List;

/**
 * How likely it is that choosing the best of several trials was overfitting, by combinatorially symmetric cross-validation:
 * time is cut into blocks; for each way to take half of them the best trial in that half is looked up in the other half. From
 * D. H. Bailey, J. M. Borwein, M. López de Prado and Q. J. Zhu, "The Probability of Backtest Overfitting", Journal of
 * Computational Finance 20(4), 2017 (working paper 2015), with the Sharpe ratio as what is maximised.
 *
 * @param probability share of the ways in which the best of one half was no better than the median trial in the other
 * @param loss share of the ways in which the best of one half lost money in the other
 * @param ways how many ways to halve were tried, all there are
 */
public record Overfitting(double probability, double loss, int ways) {

	/** More blocks would mean more ways than anybody waits for. */
	private static final int MOST_BLOCKS = 20;

	/** @throws IllegalArgumentException for less than two trials, or trials that are not cut into one even number of blocks */
	public static Overfitting of(List<Trial> trials) {
		int blocks = blocks(trials);
		Halves halves = new Halves(trials, blocks);
		int half = blocks / 2;
		int ways = 0;
		int overfitted = 0;
		int lost = 0;
		for (int chosen = (1 << half) - 1; chosen < 1 << blocks; chosen = next(chosen)) {
			double[] inside = halves.sharpes(chosen);
			double[] outside = halves.sharpes(~chosen);
			int best = best(inside);
			ways++;
			overfitted += relativeRank(outside, best) <= 0.5 ? 1 : 0;
			lost += outside[best] < 0 ? 1 : 0;
		}
		return new Overfitting((double) overfitted / ways, (double) lost / ways, ways);
	}

	private static int blocks(List<Trial> trials) {
		if (trials.size() < 2) {
			throw new IllegalArgumentException("Overfitting is a question of two trials at least, not " + trials.size());
		}
		int blocks = trials.getFirst().blocks().size();
		if (blocks < 2 || blocks % 2 != 0 || blocks > MOST_BLOCKS || trials.stream().anyMatch(it -> it.blocks().size() != blocks)) {
			throw new IllegalArgumentException("Trials must be cut into the same even number of blocks, " + MOST_BLOCKS + " at most");
		}
		return blocks;
	}

	private static int best(double[] sharpes) {
		int best = 0;
		for (int i = 1; i < sharpes.length; i++) {
			best = sharpes[i] > sharpes[best] ? i : best;
		}
		return best;
	}

	/** Rank among all, the lowest being 1 and equals sharing theirs, over one more than there are. */
	private static double relativeRank(double[] sharpes, int of) {
		long below = Arrays.stream(sharpes).filter(it -> it < sharpes[of]).count();
		long equal = Arrays.stream(sharpes).filter(it -> it == sharpes[of]).count();
		return (below + (equal + 1) / 2.0) / (sharpes.length + 1);
	}

	/** The next larger number with as many bits set: R. W. Gosper, HAKMEM item 175, 1972. */
	private static int next(int bits) {
		int lowest = bits & -bits;
		int ripple = bits + lowest;
		return (((ripple ^ bits) >>> 2) / lowest) | ripple;
	}
}
