package io.vigie.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often a process that dies is started again: at once the first time, then after 1, 2, 4 … seconds, and no more than a few
 * times within a while, so that a process that cannot live does not keep the machine busy. One that has never been up is given
 * up sooner: its settings are wrong more often than its luck. Not thread-safe.
 */
final class RestartPolicy {

	private static final int MOST = 5;

	private static final int MOST_BEFORE_FIRST_UP = 1;

	private static final Duration WITHIN = Duration.ofMinutes(2);

	private final Deque<Instant> restarts = new ArrayDeque<>();

	private final Duration firstDelay;

	private final Duration secondDelay;

	private boolean wasUp;

	RestartPolicy() {
		this(Duration.ofMillis(200), Duration.ofSeconds(1));
	}

	/** @param secondDelay doubles with every further restart */
	RestartPolicy(Duration firstDelay, Duration secondDelay) {
		this.firstDelay = firstDelay;
		this.secondDelay = secondDelay;
	}

	void up() {
		wasUp = true;
	}

	/** Forgets the past: someone asked for another try. */
	void forgive() {
		restarts.clear();
	}

	/** How long to wait before the next start; empty when it should stay down. */
	Optional<Duration> next(Instant now) {
		while (!restarts.isEmpty() && restarts.peekFirst().isBefore(now.minus(WITHIN))) {
			restarts.removeFirst();
		}
		if (restarts.size() >= (wasUp ? MOST : MOST_BEFORE_FIRST_UP)) {
			return Optional.empty();
		}
		Duration delay = restarts.isEmpty() ? firstDelay : secondDelay.multipliedBy(1L << (restarts.size() - 1));
		restarts.addLast(now);
		return Optional.of(delay);
	}

	/** In words, for the reason of a part that stays down. */
	String limit() {
		return wasUp ? "restarted %d times within %d minutes".formatted(MOST, WITHIN.toMinutes()) : "never came up";
	}
}
