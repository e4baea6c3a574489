package io.vigie.engine.strategy;

/**
 * Tells where one line crosses another. Touching and parting on the same side is no cross, on the other side it is; on which
 * side they were is forgotten once they have been alike for long.
 */
final class Cross {

	/** Steps for which the last side is remembered while the lines are alike. */
	static final int MEMORY = 100;

	private int side;
	private int age;

	/** @param order of the lines now; gives one where the first crossed above the second, minus one where below, else zero */
	int of(int order) {
		int before = age < MEMORY ? side : 0;
		if (order == 0) {
			age = Math.min(age + 1, MEMORY);
			return 0;
		}
		side = order;
		age = 0;
		return before != 0 && before != order ? order : 0;
	}
}
