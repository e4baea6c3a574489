package io.vigie.engine.pattern;

/** Where a finding points; tradition, not a promise. */
public enum Bias {
	BULLISH, BEARISH, NEUTRAL;

	static Bias of(int sign) {
		return sign > 0 ? BULLISH : BEARISH;
	}
}
