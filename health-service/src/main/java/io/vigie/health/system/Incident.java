package io.vigie.health.system;

import io.vigie.health.probe.Lags;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What happened while a component was in trouble, to be told when it is over. Not thread-safe. */
final class Incident {

	private final String component;
	private final Instant since;
	private final Set<String> affected = new TreeSet<>();
	private State worst = State.DEGRADED;
	private String why = "";
	private long missed;
	private String missedWhere = "none";

	Incident(String component, Instant since) {
		this.component = component;
		this.since = since;
	}

	Instant since() {
		return since;
	}

	void see(Standing standing, Reading reading, Lags lags) {
		if (worst != State.DOWN && standing.state() != State.UP) {
			worst = standing.state();
			why = standing.why();
		}
		if (reading.state() != State.UP && lags.total(component) > missed) {
			missed = lags.total(component);
			missedWhere = lags.describe(component);
		}
	}

	void affects(String other) {
		affected.add(other);
	}

	String summary() {
		return component + " is " + worst + " since " + since + ": " + why;
	}

	String detail() {
		return affected.isEmpty() ? summary() : summary() + ". Affected: " + String.join(", ", affected);
	}

	/** From when to when, and what was missed. */
	String resolution(Instant until) {
		String waited = missed == 0 ? "no messages waited for it"
				: missed + (missed == 1 ? " message" : " messages") + " waited for it meanwhile (" + missedWhere + ")";
		return component + " is up again: was " + worst + " from " + since + " to " + until + " ("
				+ Duration.between(since, until).toSeconds() + " s; " + why + "); " + waited
				+ (affected.isEmpty() ? "" : "; affected meanwhile: " + String.join(", ", affected));
	}
}
