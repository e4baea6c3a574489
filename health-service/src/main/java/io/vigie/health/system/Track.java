package io.vigie.health.system;

import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one component from single looks to a state that doesn't flicker. A pure state machine: time comes with the looks.
 * Not thread-safe.
 */
final class Track {

	private final String component;
	private final Damping damping;
	private final Instant startedAt;
	private final Deque<Instant> falls = new ArrayDeque<>();
	private State state;
	private Instant since;
	private String why;
	private @Nullable Instant incident;
	private State candidate = State.UNKNOWN;
	private int agreeing;
	private Instant agreeingSince;

	Track(String component, Damping damping, Instant now) {
		this(new Standing(component, State.UNKNOWN, now, "not looked at yet", null), damping, now);
	}

	/**
	 * Goes on from what was known before a restart. Trouble is not forgotten; that something is up has to be seen anew, because
	 * it may have been stopped meanwhile and be starting too.
	 */
	Track(Standing known, Damping damping, Instant now) {
		this.component = known.component();
		this.damping = damping;
		this.startedAt = now;
		boolean troubled = Change.isTrouble(known.state());
		this.state = troubled ? known.state() : State.UNKNOWN;
		this.since = troubled ? known.since() : now;
		this.why = troubled ? known.why() : "not looked at yet";
		this.incident = known.incident();
		this.agreeingSince = now;
	}

	Optional<Change> see(Reading reading) {
		count(reading);
		if (reading.state() == state) {
			why = reading.why();
			return Optional.empty();
		}
		return isBelieved(reading) ? Optional.of(become(reading)) : Optional.empty();
	}

	Standing standing() {
		return new Standing(component, state, since, why, incident);
	}

	private void count(Reading reading) {
		if (reading.state() != candidate) {
			candidate = reading.state();
			agreeing = 0;
			agreeingSince = reading.at();
		}
		agreeing++;
	}

	private boolean isBelieved(Reading reading) {
		if (state == State.UNKNOWN) {
			boolean starting = reading.at().isBefore(startedAt.plus(damping.grace()));
			return reading.state() == State.UP || !starting && agreeing >= damping.strikes();
		}
		if (agreeing < damping.strikes()) {
			return false;
		}
		return reading.state() != State.UP || !isFlapping(reading.at())
				|| !reading.at().isBefore(agreeingSince.plus(damping.calm()));
	}

	private Change become(Reading reading) {
		State from = state;
		Instant at = agreeingSince;
		if (Change.isTrouble(reading.state()) && !Change.isTrouble(from)) {
			incident = at;
			falls.addLast(at);
		}
		state = reading.state();
		since = at;
		why = isFlapping(reading.at()) ? reading.why() + "; flapping, " + falls.size() + " falls within " + damping.flapWindow() : reading.why();
		Change change = new Change(component, from, state, why, since, incident);
		if (state == State.UP) {
			incident = null;
		}
		return change;
	}

	private boolean isFlapping(Instant now) {
		while (!falls.isEmpty() && falls.peekFirst().isBefore(now.minus(damping.flapWindow()))) {
			falls.removeFirst();
		}
		return falls.size() >= damping.flaps();
	}
}
