package io.vigie.engine.strategy;

/** How a rule compares two numbers; equal within what rounding leaves. */
enum Comparison {

	ABOVE(">"), AT_LEAST(">="), BELOW("<"), AT_MOST("<="), CROSSES_ABOVE("crosses above"), CROSSES_BELOW("crosses below");

	private final String words;

	Comparison(String words) {
		this.words = words;
	}

	String words() {
		return words;
	}

	boolean isCross() {
		return this == CROSSES_ABOVE || this == CROSSES_BELOW;
	}

	/**
	 * @param order of the numbers, minus one to one
	 * @param crossed one where the first has just crossed above the second, minus one where below, else zero
	 */
	boolean holds(int order, int crossed) {
		return switch (this) {
			case ABOVE -> order > 0;
			case AT_LEAST -> order >= 0;
			case BELOW -> order < 0;
			case AT_MOST -> order <= 0;
			case CROSSES_ABOVE -> crossed > 0;
			case CROSSES_BELOW -> crossed < 0;
		};
	}
}
