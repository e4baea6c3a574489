package io.vigie.local.cli;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What became of processes since they were last looked at, in words. Not thread-safe. */
final class Changes {

	/** @param good whether it is what one wants to read */
	record Change(boolean good, String sentence) {
	}

	private final Map<String, State> states = new HashMap<>();

	/** Nothing the first time, and nothing while a part is as it was. */
	Optional<Change> of(Status status) {
		State before = states.put(status.name(), status.state());
		if (before == null || before == status.state()) {
			return Optional.empty();
		}
		return switch (status.state()) {
			case UP -> Optional.of(new Change(true, "%s is back".formatted(status.name())));
			case RESTARTING -> Optional.of(again(status));
			// Looked at too seldom to see it end.
			case STARTING -> before == State.UP ? Optional.of(again(status)) : Optional.empty();
			case DOWN -> Optional.of(new Change(false, "%s stays down: it %s".formatted(status.name(), status.reason())));
			case WAITING, STOPPED -> Optional.empty();
		};
	}

	private static Change again(Status status) {
		return new Change(false, "%s %s: it is started again".formatted(status.name(), status.reason()));
	}
}
