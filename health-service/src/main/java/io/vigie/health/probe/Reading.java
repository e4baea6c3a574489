package io.vigie.health.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One look at one component.
 *
 * @param why in words, also when all is well
 * @param suspects components that this one blames for its state
 * @param facts bounded set of values worth showing
 */
public record Reading(String component, State state, String why, Duration took, Instant at, Set<String> suspects,
		Map<String, String> facts) {

	public static Reading of(String component, State state, String why, Duration took, Instant at) {
		return new Reading(component, state, why, took, at, Set.of(), Map.of());
	}

	public Reading with(Map<String, String> more) {
		return new Reading(component, state, why, took, at, suspects, more);
	}

	public Reading blaming(Set<String> others) {
		return new Reading(component, state, why, took, at, others, facts);
	}

	public Reading degraded(String reason, Map<String, String> more) {
		return new Reading(component, State.DEGRADED, reason, took, at, suspects, more);
	}

	/** In one line, as evidence. */
	public String evidence() {
		return state + " at " + at + " after " + took.toMillis() + " ms: " + why;
	}
}
