package io.vigie.orchestrator.pace;

import java.time.Instant;

/**
 * A connection to the venue.
 *
 * @param since when it came to be so
 */
public record Link(String name, boolean up, Instant since, String reason) {

	boolean isFeed() {
		return name.endsWith("-feed");
	}
}
