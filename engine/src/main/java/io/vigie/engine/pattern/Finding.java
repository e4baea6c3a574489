package io.vigie.engine.pattern;

import java.time.Instant;
import java.util.List;

/**
 * A pattern that is complete.
 *
 * @param at close of the bar that completed it: nothing later was looked at
 * @param points that make it, oldest first
 * @param evidence one sentence with the numbers in it
 */
public record Finding(Pattern pattern, Bias bias, Instant at, List<Point> points, String evidence) {

	public Finding {
		points = List.copyOf(points);
	}
}
