package io.vigie.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two peaks alike with a valley between them, after a rise, and a close below the valley. */
final class DoubleTop implements Shape {

	/** Part of the height by which the peaks may differ. */
	private static final double ALIKE = 0.15;
	/** Usual ranges that make a height. */
	private static final double HEIGHT = 2;

	@Override
	public @Nullable Finding in(Past past, int sign) {
		List<Swing> swings = past.swings();
		int last = swings.size() - 1;
		if (last < 3 || swings.get(last).sign() != sign) {
			return null;
		}
		Swing begin = swings.get(last - 3);
		Swing first = swings.get(last - 2);
		Swing valley = swings.get(last - 1);
		Swing second = swings.get(last);
		double apart = Math.abs(first.price() - second.price());
		double height = Math.min(sign * first.price(), sign * second.price()) - sign * valley.price();
		boolean rose = sign * begin.price() < sign * valley.price();
		if (!rose || height < HEIGHT * past.now().usual() || apart > ALIKE * height
				|| !past.leavesNow(second, Line.level(valley.price()), -sign)) {
			return null;
		}
		Candle now = past.now();
		String peaks = sign > 0 ? "Highs " : "Lows ";
		String evidence = peaks + Words.of(first.price()) + " and " + Words.of(second.price()) + ", " + Words.of(apart)
				+ " apart at a height of " + Words.of(height) + "; close " + Words.of(now.close()) + (sign > 0 ? " below " : " above ")
				+ Words.of(valley.price()) + " between them";
		return new Finding(sign > 0 ? Pattern.DOUBLE_TOP : Pattern.DOUBLE_BOTTOM, Bias.of(-sign), now.bar().closeAt(),
				List.of(begin.point("begin"), first.point("first"), valley.point("between"), second.point("second"), now.close("break")),
				evidence);
	}
}
