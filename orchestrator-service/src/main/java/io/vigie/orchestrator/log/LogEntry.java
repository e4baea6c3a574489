package io.vigie.orchestrator.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of somebody's diary. */
public record LogEntry(UUID id, String service, @Nullable String bot, String kind, String text, Map<String, String> facts,
		Instant occurredAt, UUID correlationId, @Nullable UUID causationId) {
}
