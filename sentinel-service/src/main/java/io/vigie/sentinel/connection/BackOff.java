package io.vigie.sentinel.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubles the pause with every failure up to a limit, and takes a random half off, so that many do not knock at once.
 */
record BackOff(Duration from, Duration to, RandomGenerator random) {

	private static final int MOST_DOUBLINGS = 30;

	/** @param failures in a row, at least one */
	Duration pause(int failures) {
		long doubled = from.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
		long full = Math.min(doubled <= 0 ? Long.MAX_VALUE : doubled, to.toMillis());
		long half = full / 2;
		return Duration.ofMillis(full - (half == 0 ? 0 : random.nextLong(half + 1)));
	}
}
