package io.vigie.health.heal;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to bring one component back.
 *
 * @param why what was done, or why it was refused
 * @param before what a look at it showed first
 * @param after what a look at it showed last
 */
public record Heal(UUID id, String component, Trigger trigger, Result result, String why, String before, String after,
		Instant startedAt, Instant finishedAt) {

	boolean restarted() {
		return result == Result.HEALED || result == Result.FAILED;
	}
}
