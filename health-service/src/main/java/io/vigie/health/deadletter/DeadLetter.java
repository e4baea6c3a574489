package io.vigie.health.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message nobody could handle.
 *
 * @param kind {@code malformed}, {@code unknown-type}, {@code wrong-version}, {@code oversized}, {@code incomplete} or {@code unhandled}
 * @param service who could not handle it
 * @param text the beginning of the message
 * @param replayedAt when it was last put back; none where it never was
 */
record DeadLetter(String topic, int partition, long offset, Instant at, String kind, String cause, String service,
		int bytes, String text, @Nullable Instant replayedAt) {

	DeadLetter replayed(@Nullable Instant when) {
		return new DeadLetter(topic, partition, offset, at, kind, cause, service, bytes, text, when);
	}
}
