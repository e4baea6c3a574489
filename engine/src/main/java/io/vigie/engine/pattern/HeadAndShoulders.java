package io.vigie.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three peaks, the middle one the highest and the outer ones alike, and a close below the line through the valleys. */
final class HeadAndShoulders implements Shape {

	/** Part of the height by which the head stands out at least. */
	private static final double HEAD = 0.15;
	/** Part of the height by which the shoulders may differ. */
	private static final double SHOULDERS = 0.4;
	/** Part of the height by which the valleys may differ: a steeper neckline is another story. */
	private static final double NECK = 0.5;
	/** Usual ranges that make a height. */
	private static final double HEIGHT = 2;

	@Override
	public @Nullable Finding in(Past past, int sign) {
		List<Swing> swings = past.swings();
		int last = swings.size() - 1;
		if (last < 4 || swings.get(last).sign() != sign) {
			return null;
		}
		Swing left = swings.get(last - 4);
		Swing before = swings.get(last - 3);
		Swing head = swings.get(last - 2);
		Swing after = swings.get(last - 1);
		Swing right = swings.get(last);
		Line neck = Line.through(before, after);
		double height = sign * (head.price() - neck.at(head.index()));
		double shoulder = Math.max(sign * left.price(), sign * right.price());
		boolean shaped = height >= HEIGHT * past.now().usual() && sign * head.price() - shoulder >= HEAD * height
				&& Math.abs(left.price() - right.price()) <= SHOULDERS * height
				&& Math.abs(before.price() - after.price()) <= NECK * height
				&& sign * left.price() > sign * neck.at(left.index()) && sign * right.price() > sign * neck.at(right.index());
		if (!shaped || !past.leavesNow(right, neck, -sign)) {
			return null;
		}
		Candle now = past.now();
		String evidence = "Head " + Words.of(head.price()) + " between shoulders " + Words.of(left.price()) + " and "
				+ Words.of(right.price()) + ", height " + Words.of(height) + "; close " + Words.of(now.close())
				+ (sign > 0 ? " below" : " above") + " the neckline at " + Words.of(neck.at(now.index()));
		return new Finding(sign > 0 ? Pattern.HEAD_AND_SHOULDERS : Pattern.INVERSE_HEAD_AND_SHOULDERS, Bias.of(-sign),
				now.bar().closeAt(), List.of(left.point("left shoulder"), before.point("neck"), head.point("head"),
						after.point("neck"), right.point("right shoulder"), now.close("break")),
				evidence);
	}
}
