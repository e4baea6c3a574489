package io.vigie.engine.indicator;

/** What a number of bars may be, and how long an average with a tail remembers. */
final class Periods {

	/** Bounds what an indicator keeps and how much history it asks for. */
	static final int LONGEST = 1000;

	/** By then what an average began with weighs exp(-45) in it, far below the last bit, and rounding has met as well. */
	private static final int MEAN_LIVES = 45;

	private Periods() {
	}

	static int checked(int length) {
		if (length < 1 || length > LONGEST + 1) {
			throw new IllegalArgumentException("A period must lie between 1 and " + LONGEST + " bars, not be " + length);
		}
		return length;
	}

	/** Steps until an average that takes this share of each new number has forgotten what it began with. */
	static int forgotten(double share) {
		return (int) Math.ceil(MEAN_LIVES / share);
	}
}
