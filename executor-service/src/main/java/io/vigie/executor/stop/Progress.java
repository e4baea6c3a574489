package io.vigie.executor.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the last emergency stop has come.
 *
 * @param entriesBlocked by it
 * @param flatAfterMillis from the call until nothing was open and nothing held
 */
record Progress(Stop.State state, boolean entriesBlocked, @Nullable UUID id, @Nullable String reason, @Nullable Instant calledAt,
		@Nullable Instant cancelledAt, @Nullable Instant flatAt, @Nullable Long flatAfterMillis, @Nullable Instant resumedAt,
		@Nullable String resumeReason, @Nullable String problem, int ordersOpen, List<Holding> positions) {

	static Progress of(Stop stop, int open, List<Holding> held) {
		Instant flat = stop.flatAt();
		return new Progress(stop.state(), stop.resumedAt() == null, stop.id(), stop.reason(), stop.calledAt(), stop.cancelledAt(), flat,
				flat == null ? null : Duration.between(stop.calledAt(), flat).toMillis(), stop.resumedAt(), stop.resumeReason(), stop.problem(),
				open, held);
	}

	static Progress never(int open, List<Holding> held) {
		return new Progress(Stop.State.NEVER, false, null, null, null, null, null, null, null, null, null, open, held);
	}
}
