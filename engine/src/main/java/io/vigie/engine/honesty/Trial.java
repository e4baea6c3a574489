package io.vigie.engine.honesty;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is kept of one trial's returns: a tally for each of several stretches of time, equally long but for one return, the
 * same for all trials that are compared.
 */
public record Trial(List<Tally> blocks) {

	/** Sixteen blocks give 12,870 ways to halve them, what the authors of {@link Overfitting} recommend. */
	public static final int BLOCKS = 16;

	public Trial {
		blocks = List.copyOf(blocks);
	}

	public static Trial of(double[] returns) {
		return of(returns, BLOCKS);
	}

	static Trial of(double[] returns, int blocks) {
		return new Trial(IntStream.range(0, blocks)
			.mapToObj(i -> Tally.of(returns, start(returns.length, i, blocks), start(returns.length, i + 1, blocks)))
			.toList());
	}

	private static int start(int length, int block, int blocks) {
		return (int) ((long) length * block / blocks);
	}

	public Moments moments() {
		return blocks.stream().reduce(Tally.NOTHING, Tally::plus).moments();
	}
}
