package io.vigie.engine.pattern;

import io.vigie.engine.market.Bar;

/**
 * A bar as shapes are looked for in it.
 *
 * @param index counts bars
 * @param usual average range of the last bars, this one included; {@code NaN} while there are too few
 */
record Candle(long index, Bar bar, double open, double high, double low, double close, double rsi, double usual) {

	double body() {
		return Math.abs(close - open);
	}

	double range() {
		return high - low;
	}

	double top() {
		return Math.max(open, close);
	}

	double bottom() {
		return Math.min(open, close);
	}

	boolean rises() {
		return close > open;
	}

	boolean falls() {
		return close < open;
	}

	/** The high where the sign is positive, else the low: how far the bar went that way. */
	double reach(int sign) {
		return sign > 0 ? high : low;
	}

	Point point(String role, int sign) {
		return new Point(role, bar.openAt(), sign > 0 ? bar.high() : bar.low());
	}

	Point close(String role) {
		return new Point(role, bar.openAt(), bar.close());
	}
}
