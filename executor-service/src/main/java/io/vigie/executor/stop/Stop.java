package io.vigie.executor.stop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of the emergency stop, as stored.
 *
 * @param cancelledAt when the venue had been asked to cancel everything
 * @param flatAt when nothing was open and nothing held any more
 * @param resumedAt when trading was resumed
 * @param problem what held it up last
 */
record Stop(UUID id, String reason, Instant calledAt, @Nullable Instant cancelledAt, @Nullable Instant flatAt, @Nullable Instant resumedAt,
		@Nullable String resumeReason, @Nullable String problem) {

	State state() {
		if (resumedAt != null) {
			return State.RESUMED;
		}
		return flatAt == null ? State.CLOSING : State.FLAT;
	}

	enum State {
		/** Never called. */
		NEVER,
		/** Entries are blocked; orders are being cancelled and positions closed. */
		CLOSING,
		/** Entries are blocked; nothing is open, nothing held. */
		FLAT,
		/** Trading goes on. */
		RESUMED
	}
}
