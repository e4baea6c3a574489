package io.vigie.sentinel.venue;

import io.vigie.common.message.Execution;
import io.vigie.common.message.VenueEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the account stream said. */
public sealed interface AccountEvent {

	/** @param execution the fill, where it is one */
	record Updated(VenueEvent event, VenueOrder order, @Nullable Execution execution, Instant at, String reason)
			implements AccountEvent {
	}

	/** Whether the keys were accepted. */
	record Authorized(boolean accepted) implements AccountEvent {
	}

	record Listening() implements AccountEvent {
	}

	record Ignored(String type) implements AccountEvent {
	}

	record Unreadable(String cause) implements AccountEvent {
	}
}
