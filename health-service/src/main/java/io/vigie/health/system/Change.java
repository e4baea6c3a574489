package io.vigie.health.system;

import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A component changed its state.
 *
 * @param since when the new state began: at the first look that showed it, not when it was believed
 * @param incident when the component last left UP; none where it was not in trouble and is not now
 */
record Change(String component, State from, State to, String why, Instant since, @Nullable Instant incident) {

	boolean begins() {
		return isTrouble(to) && !isTrouble(from);
	}

	boolean ends() {
		return to == State.UP && incident != null;
	}

	Duration lasted() {
		return incident == null ? Duration.ZERO : Duration.between(incident, since);
	}

	static boolean isTrouble(State state) {
		return state == State.DEGRADED || state == State.DOWN;
	}
}
