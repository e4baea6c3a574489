package io.vigie.engine.pattern;

import java.util.ArrayList;
import java.util.List;

/** Patterns of one to three bars (Nison, Japanese Candlestick Charting Techniques, 1991), in numbers that leave no choice. */
final class Candlesticks {

	/** Bars over which a rise or fall before the pattern is measured; it must be a usual range at least. */
	private static final int BEFORE = 5;
	/** Body of a doji as part of its range. */
	private static final double NO_BODY = 0.1;
	/** Part of the range that is the long shadow of a hammer, and that the other may be. */
	private static final double LONG = 0.6;
	private static final double SHORT = 0.15;
	/** A body that means something, as part of the usual range. */
	private static final double BODY = 0.6;
	private static final double SMALL_BODY = 0.35;

	List<Finding> in(Past past) {
		List<Finding> found = new ArrayList<>();
		if (past.size() < BEFORE + 4) {
			return found;
		}
		one(past, found);
		for (int sign = 1; sign >= -1; sign -= 2) {
			engulfing(past, sign, found);
			star(past, sign, found);
			three(past, sign, found);
		}
		return found;
	}

	private static void one(Past past, List<Finding> found) {
		Candle now = past.now();
		double range = now.range();
		if (range == 0 || range < BODY * now.usual()) {
			return;
		}
		double above = (now.high() - now.top()) / range;
		double below = (now.bottom() - now.low()) / range;
		String words = "Body " + Words.of(now.body()) + " in a range of " + Words.of(range);
		if (now.body() <= NO_BODY * range) {
			found.add(finding(past, 1, Pattern.DOJI, Bias.NEUTRAL, words));
		}
		else if (below >= LONG && above <= SHORT && went(past, 1) < 0) {
			found.add(finding(past, 1, Pattern.HAMMER, Bias.BULLISH, words + " after a fall, lower shadow " + Words.of(now.bottom() - now.low())));
		}
		else if (above >= LONG && below <= SHORT && went(past, 1) > 0) {
			found.add(finding(past, 1, Pattern.SHOOTING_STAR, Bias.BEARISH, words + " after a rise, upper shadow " + Words.of(now.high() - now.top())));
		}
	}

	private static void engulfing(Past past, int sign, List<Finding> found) {
		Candle now = past.now();
		Candle before = past.ago(1);
		boolean turns = direction(now) == sign && direction(before) == -sign && went(past, 1) == -sign;
		if (turns && now.top() >= before.top() && now.bottom() <= before.bottom() && now.body() > 1.2 * before.body()
				&& before.body() > 0 && now.body() >= BODY * now.usual()) {
			found.add(finding(past, 2, sign > 0 ? Pattern.BULLISH_ENGULFING : Pattern.BEARISH_ENGULFING, Bias.of(sign),
					"Body " + Words.of(now.body()) + " covers the opposite body " + Words.of(before.body()) + " before it, after a "
							+ (sign > 0 ? "fall" : "rise")));
		}
	}

	private static void star(Past past, int sign, List<Finding> found) {
		Candle now = past.now();
		Candle star = past.ago(1);
		Candle first = past.ago(2);
		double middle = (first.open() + first.close()) / 2;
		boolean bodies = first.body() >= BODY * now.usual() && star.body() <= SMALL_BODY * first.body() && now.body() >= BODY * now.usual();
		boolean beyond = sign > 0 ? star.top() <= Math.min(first.top(), now.top()) && star.bottom() <= now.bottom()
				: star.bottom() >= Math.max(first.bottom(), now.bottom()) && star.top() >= now.top();
		if (bodies && beyond && direction(first) == -sign && direction(now) == sign && sign * (now.close() - middle) > 0
				&& went(past, 2) == -sign) {
			found.add(finding(past, 3, sign > 0 ? Pattern.MORNING_STAR : Pattern.EVENING_STAR, Bias.of(sign), "Body "
					+ Words.of(first.body()) + (sign > 0 ? " down, " : " up, ") + Words.of(star.body()) + " at the turn, close "
					+ Words.of(now.close()) + " back beyond the middle " + Words.of(middle)));
		}
	}

	private static void three(Past past, int sign, List<Finding> found) {
		for (int i = 0; i < 3; i++) {
			Candle candle = past.ago(i);
			boolean stands = direction(candle) == sign && candle.body() >= BODY * candle.range() && candle.body() >= BODY * past.now().usual();
			if (!stands || i < 2 && sign * (candle.close() - past.ago(i + 1).close()) <= 0) {
				return;
			}
		}
		if (direction(past.ago(3)) == sign || went(past, 3) != -sign) {
			return;
		}
		found.add(finding(past, 3, sign > 0 ? Pattern.THREE_WHITE_SOLDIERS : Pattern.THREE_BLACK_CROWS, Bias.of(sign),
				"Three full bodies in a row, closes " + Words.of(past.ago(2).close()) + ", " + Words.of(past.ago(1).close()) + ", "
						+ Words.of(past.now().close()) + ", after a " + (sign > 0 ? "fall" : "rise")));
	}

	private static int direction(Candle candle) {
		return candle.rises() ? 1 : candle.falls() ? -1 : 0;
	}

	/** Where the closes went before the last bars: up, down, or nowhere. */
	private static int went(Past past, int last) {
		double change = past.ago(last).close() - past.ago(last + BEFORE).close();
		return Math.abs(change) < past.now().usual() ? 0 : change > 0 ? 1 : -1;
	}

	private static Finding finding(Past past, int bars, Pattern pattern, Bias bias, String evidence) {
		List<Point> points = new ArrayList<>();
		for (int i = bars - 1; i >= 0; i--) {
			points.add(past.ago(i).close("close"));
		}
		return new Finding(pattern, bias, past.now().bar().closeAt(), points, evidence);
	}
}
