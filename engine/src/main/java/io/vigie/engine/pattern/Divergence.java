package io.vigie.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price goes further than at its last turning point, the RSI does not: the move is losing strength. */
final class Divergence implements Shape {

	/** Points of RSI that count. */
	private static final double LESS = 3;
	private static final double MIDDLE = 50;

	@Override
	public @Nullable Finding in(Past past, int sign) {
		List<Swing> swings = past.swings();
		int last = swings.size() - 1;
		if (last < 2 || swings.get(last).sign() != sign || swings.get(last).index() != past.now().index() - Past.SPAN) {
			return null;
		}
		Swing first = swings.get(last - 2);
		Swing second = swings.get(last);
		double before = first.candle().rsi();
		double after = second.candle().rsi();
		boolean strong = sign * (before - MIDDLE) > 0;
		if (!strong || !second.beats(first) || !(sign * (before - after) >= LESS)) {
			return null;
		}
		String evidence = (sign > 0 ? "Higher high " : "Lower low ") + Words.of(second.price()) + " after " + Words.of(first.price())
				+ ", but RSI " + Words.of(after) + " after " + Words.of(before);
		return new Finding(sign > 0 ? Pattern.BEARISH_DIVERGENCE : Pattern.BULLISH_DIVERGENCE, Bias.of(-sign),
				past.now().bar().closeAt(), List.of(first.point("first"), second.point("second")), evidence);
	}
}
