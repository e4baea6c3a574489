package io.vigie.orchestrator.pace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a kind of task so far.
 *
 * @param failures in a row, zero after a success
 */
public record Past(@Nullable Instant lastStartedAt, int failures) {

	public static final Past NONE = new Past(null, 0);
}
