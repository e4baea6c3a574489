package io.vigie.engine.honesty;

import java.util.List;

/** Sharpe ratios of all trials over any choice of their blocks, laid out for being asked thousands of times. */
final class Halves {

	private final int blocks;
	private final double[][] sums;
	private final double[][] squares;
	private final long[] counts;

	Halves(List<Trial> trials, int blocks) {
		this.blocks = blocks;
		sums = new double[blocks][trials.size()];
		squares = new double[blocks][trials.size()];
		counts = new long[blocks];
		for (int b = 0; b < blocks; b++) {
			counts[b] = trials.getFirst().blocks().get(b).count();
			for (int t = 0; t < trials.size(); t++) {
				Tally tally = trials.get(t).blocks().get(b);
				if (tally.count() != counts[b]) {
					throw new IllegalArgumentException("Trials must be cut at the same times: one has " + tally.count()
							+ " returns where another has " + counts[b]);
				}
				sums[b][t] = tally.sum();
				squares[b][t] = tally.squares();
			}
		}
	}

	/** @param chosen bit i stands for block i */
	double[] sharpes(int chosen) {
		double[] sum = new double[sums[0].length];
		double[] square = new double[sum.length];
		long count = 0;
		for (int b = 0; b < blocks; b++) {
			if ((chosen >> b & 1) == 1) {
				count += counts[b];
				for (int t = 0; t < sum.length; t++) {
					sum[t] += sums[b][t];
					square[t] += squares[b][t];
				}
			}
		}
		for (int t = 0; t < sum.length; t++) {
			sum[t] = Moments.sharpe(count, sum[t], square[t]);
		}
		return sum;
	}
}
