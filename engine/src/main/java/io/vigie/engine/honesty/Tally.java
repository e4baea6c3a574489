package io.vigie.engine.honesty;

/**
 * Returns counted up so that their moments can be told later, and added to others' tallies: all that need be kept of a trial
 * to compare it with thousands.
 *
 * @param count how many returns
 * @param sum of the returns, then of their squares, cubes and fourth powers
 */
public record Tally(long count, double sum, double squares, double cubes, double fourths) {

	static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

	/** Counts up the returns from one index to another, the latter excluded. */
	public static Tally of(double[] returns, int from, int to) {
		double sum = 0;
		double squares = 0;
		double cubes = 0;
		double fourths = 0;
		for (int i = from; i < to; i++) {
			double it = returns[i];
			double square = it * it;
			sum += it;
			squares += square;
			cubes += square * it;
			fourths += square * square;
		}
		return new Tally(to - from, sum, squares, cubes, fourths);
	}

	public Tally plus(Tally other) {
		return new Tally(count + other.count, sum + other.sum, squares + other.squares, cubes + other.cubes,
				fourths + other.fourths);
	}

	public Moments moments() {
		return Moments.of(this);
	}
}
