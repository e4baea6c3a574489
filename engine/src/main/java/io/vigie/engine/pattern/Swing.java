package io.vigie.engine.pattern;

/** A turning point: no bar nearby went further. Positive sign for a high, negative for a low. */
record Swing(Candle candle, int sign) {

	long index() {
		return candle.index();
	}

	double price() {
		return candle.reach(sign);
	}

	Point point(String role) {
		return candle.point(role, sign);
	}

	/** The more extreme of two of the same kind. */
	boolean beats(Swing other) {
		return sign * price() > sign * other.price();
	}
}
