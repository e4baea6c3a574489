package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * A link to the venue came up, went down or fell silent.
 *
 * @param link {@code stock-feed}, {@code crypto-feed}, {@code account-stream} or {@code broker-api}
 * @param failures failed attempts in a row, zero once up
 */
@JsonTypeName("connection-changed")
public record ConnectionChanged(String link, LinkState state, int failures, Instant since, String reason)
		implements ConnectionMessage {

	public enum LinkState {
		UP, DOWN, STALE
	}
}
