package io.vigie.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A steep move (the pole), a short rest that drifts back a little (the flag), and a close out of the rest, on its way. */
final class Flag implements Shape {

	private static final int POLE = 10;
	private static final int SHORTEST = 5;
	private static final int LONGEST = 15;
	/** Usual ranges that make a pole. */
	private static final double STEEP = 4;
	/** Part of the pole that the rest may take back. */
	private static final double GIVEN_BACK = 0.5;

	@Override
	public @Nullable Finding in(Past past, int sign) {
		if (past.size() < POLE + LONGEST + 2) {
			return null;
		}
		Candle top = furthest(past, 1, LONGEST, sign);
		Candle now = past.now();
		long length = now.index() - top.index();
		if (length < SHORTEST) {
			return null;
		}
		Candle base = furthest(past, (int) length, (int) length + POLE, -sign);
		double pole = sign * (top.reach(sign) - base.reach(-sign));
		double steepest = sign * furthest(past, (int) length, (int) length + POLE, sign).reach(sign);
		if (base.index() == top.index() || pole < STEEP * top.usual() || steepest > sign * top.reach(sign)
				|| !rests(past, top, sign, GIVEN_BACK * pole) || !leavesNow(past, top, sign)) {
			return null;
		}
		Candle back = furthest(past, 1, (int) length - 1, -sign);
		String evidence = "Pole from " + Words.of(base.reach(-sign)) + " to " + Words.of(top.reach(sign)) + ", rest of " + length
				+ " bars back to " + Words.of(back.reach(-sign)) + "; close " + Words.of(now.close()) + " out of it";
		return new Finding(sign > 0 ? Pattern.BULL_FLAG : Pattern.BEAR_FLAG, Bias.of(sign), now.bar().closeAt(),
				List.of(base.point("base", -sign), top.point("top", sign), back.point("rest", -sign), now.close("break")), evidence);
	}

	/** The bar that went furthest that way between two ages, the older of two that went as far. */
	private static Candle furthest(Past past, int from, int to, int sign) {
		Candle most = past.ago(to);
		for (int i = to - 1; i >= from; i--) {
			if (sign * past.ago(i).reach(sign) > sign * most.reach(sign)) {
				most = past.ago(i);
			}
		}
		return most;
	}

	private static boolean rests(Past past, Candle top, int sign, double most) {
		for (long i = top.index() + 1; i < past.now().index(); i++) {
			if (sign * (top.reach(sign) - past.at(i).reach(-sign)) > most) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The rest lies under the flattest line from the top that touches it, the bar next to the top apart, which often reaches as
	 * far; this bar is the first to close beyond it.
	 */
	private static boolean leavesNow(Past past, Candle top, int sign) {
		double slope = Double.NEGATIVE_INFINITY;
		for (long i = top.index() + 2; i <= past.now().index(); i++) {
			double steps = i - top.index();
			Candle candle = past.at(i);
			boolean leaves = steps >= SHORTEST && slope < 0 && sign * (candle.close() - top.reach(sign)) > slope * steps;
			if (leaves) {
				return i == past.now().index();
			}
			slope = Math.max(slope, sign * (candle.reach(sign) - top.reach(sign)) / steps);
		}
		return false;
	}
}
