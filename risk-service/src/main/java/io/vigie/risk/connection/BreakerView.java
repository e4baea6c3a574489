package io.vigie.risk.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker as shown.
 *
 * @param open whether all buys are blocked
 * @param limit failures in a row that open it
 * @param proofSeconds how long a link must be good again
 */
record BreakerView(boolean open, int limit, long proofSeconds, List<Link> links) {

	/**
	 * @param trippedAt since when it blocks; none while it doesn't
	 * @param goodSince since when it has been up without a break; none while it isn't
	 * @param provenAt when it will have, or has, proven itself, as things stand
	 */
	record Link(String link, boolean blocks, int failures, String reason, @Nullable Instant trippedAt, @Nullable Instant goodSince,
			@Nullable Instant provenAt) {
	}
}
