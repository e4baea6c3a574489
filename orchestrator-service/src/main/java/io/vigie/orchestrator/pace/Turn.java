package io.vigie.orchestrator.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * When a kind is due next.
 *
 * @param interval from the last start to the next
 * @param held it waits for somebody's recovery
 * @param reasoning in words
 */
public record Turn(Duration interval, int priority, boolean held, String reasoning) {

	/** A kind that never ran is due at once, unless it is held. */
	public Instant dueAt(Past past, Instant firstSeenAt) {
		if (past.lastStartedAt() != null) {
			return past.lastStartedAt().plus(interval);
		}
		return held ? firstSeenAt.plus(interval) : firstSeenAt;
	}
}
