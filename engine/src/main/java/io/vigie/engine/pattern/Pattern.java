package io.vigie.engine.pattern;

import java.util.Locale;

/** What can be found in a chart, by its usual name. */
public enum Pattern {

	DOJI, HAMMER, SHOOTING_STAR, BULLISH_ENGULFING, BEARISH_ENGULFING, MORNING_STAR, EVENING_STAR, THREE_WHITE_SOLDIERS,
	THREE_BLACK_CROWS, DOUBLE_TOP, DOUBLE_BOTTOM, HEAD_AND_SHOULDERS, INVERSE_HEAD_AND_SHOULDERS, ASCENDING_TRIANGLE,
	DESCENDING_TRIANGLE, SYMMETRICAL_TRIANGLE, BULL_FLAG, BEAR_FLAG, BULLISH_DIVERGENCE, BEARISH_DIVERGENCE;

	/** In words, lower case. */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
