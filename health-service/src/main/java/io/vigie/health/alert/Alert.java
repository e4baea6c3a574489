package io.vigie.health.alert;

import io.vigie.common.message.AlertRaised.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs, or needed, attention.
 *
 * @param source {@code probe} or {@code prometheus}
 * @param resolution what was, when it was over; empty while it is open
 */
public record Alert(UUID id, String component, Severity severity, String summary, String detail, String source, Instant since,
		@Nullable Instant resolvedAt, String resolution) {

	public static Alert open(UUID id, String component, Severity severity, String summary, String detail, String source,
			Instant since) {
		return new Alert(id, component, severity, summary, detail, source, since, null, "");
	}

	Alert resolved(Instant at, String words) {
		return new Alert(id, component, severity, summary, detail, source, since, at, words);
	}
}
