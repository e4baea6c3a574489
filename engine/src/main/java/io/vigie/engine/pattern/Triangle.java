package io.vigie.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two highs and two lows between lines that close in on each other, and a close outside, on the side of the sign. */
final class Triangle implements Shape {

	/** Part of the first width that a line may rise or fall and still be flat. */
	private static final double FLAT = 0.15;
	/** Part of the first width that is left at most. */
	private static final double NARROW = 0.8;
	/** Usual ranges that make a width. */
	private static final double WIDTH = 3;

	@Override
	public @Nullable Finding in(Past past, int sign) {
		List<Swing> swings = past.swings();
		int last = swings.size() - 1;
		if (last < 3) {
			return null;
		}
		List<Swing> four = swings.subList(last - 3, last + 1);
		boolean highFirst = four.getFirst().sign() > 0;
		Line upper = Line.through(four.get(highFirst ? 0 : 1), four.get(highFirst ? 2 : 3));
		Line lower = Line.through(four.get(highFirst ? 1 : 0), four.get(highFirst ? 3 : 2));
		Candle now = past.now();
		double begin = four.getFirst().index();
		double width = upper.at(begin) - lower.at(begin);
		double left = upper.at(now.index()) - lower.at(now.index());
		Pattern pattern = named(upper, lower, width, now.index() - begin);
		if (pattern == null || width < WIDTH * now.usual() || left <= 0 || left > NARROW * width
				|| past.leavesNow(four.getLast(), sign > 0 ? lower : upper, -sign)
				|| !past.leavesNow(four.getLast(), sign > 0 ? upper : lower, sign)) {
			return null;
		}
		String evidence = "Upper line from " + Words.of(upper.at(begin)) + " to " + Words.of(upper.at(now.index())) + ", lower line from "
				+ Words.of(lower.at(begin)) + " to " + Words.of(lower.at(now.index())) + "; close " + Words.of(now.close())
				+ (sign > 0 ? " above" : " below") + " them";
		return new Finding(pattern, Bias.of(sign), now.bar().closeAt(),
				List.of(point(four, 0), point(four, 1), point(four, 2), point(four, 3), now.close("break")), evidence);
	}

	private static @Nullable Pattern named(Line upper, Line lower, double width, double length) {
		int top = direction(upper.slope() * length, width);
		int bottom = direction(lower.slope() * length, width);
		return top == 0 && bottom > 0 ? Pattern.ASCENDING_TRIANGLE
				: top < 0 && bottom == 0 ? Pattern.DESCENDING_TRIANGLE
				: top < 0 && bottom > 0 ? Pattern.SYMMETRICAL_TRIANGLE : null;
	}

	private static int direction(double change, double width) {
		return Math.abs(change) <= FLAT * width ? 0 : change > 0 ? 1 : -1;
	}

	private static Point point(List<Swing> four, int number) {
		Swing swing = four.get(number);
		return swing.point(swing.sign() > 0 ? "high" : "low");
	}
}
