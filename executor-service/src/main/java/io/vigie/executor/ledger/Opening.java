package io.vigie.executor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * When the books were opened. What the broker's history told by then is part of the opening balance.
 *
 * @param historyUntil market time of the last entry of the history that the opening balance includes
 * @param knownActivities the ids of the latest entries it includes: some entries carry a day and no time
 */
public record Opening(Instant historyUntil, Set<String> knownActivities) {

	/** How far back known ids reach. */
	public static final Duration KNOWN_FOR = Duration.ofDays(3);

	public boolean covers(Instant at) {
		return !at.isAfter(historyUntil);
	}

	public boolean covers(String activityId, Instant at) {
		return knownActivities.contains(activityId) || at.isBefore(historyUntil.minus(KNOWN_FOR.minusDays(1)));
	}
}
