package io.vigie.health.heal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A restart that didn't help will not help more often. Pure: refuses, with the reason, what comes too soon or too often.
 *
 * @param coolDown between two restarts of one component, doubled with each one in the window
 * @param most restarts of one component within the window
 */
record StormGuard(Duration coolDown, int most, Duration within) {

	/** @param restarts of this component so far, in any order */
	Optional<String> refusal(List<Instant> restarts, Instant now) {
		List<Instant> recent = restarts.stream().filter(it -> it.isAfter(now.minus(within))).sorted().toList();
		if (recent.isEmpty()) {
			return Optional.empty();
		}
		if (recent.size() >= most) {
			return Optional.of("restarted " + recent.size() + " times within " + within + " already, next time after "
					+ recent.get(recent.size() - most).plus(within));
		}
		Duration pause = coolDown.multipliedBy(1L << Math.min(recent.size() - 1, 10));
		Instant allowed = recent.getLast().plus(pause);
		return now.isBefore(allowed) ? Optional.of("restarted at " + recent.getLast() + ", again only after " + allowed) : Optional.empty();
	}
}
