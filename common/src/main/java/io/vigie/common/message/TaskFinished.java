package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A task ended; {@code facts} hold what the orchestrator decides by, e.g. {@code volatility}. */
@JsonTypeName("task-finished")
public record TaskFinished(UUID taskId, TaskKind kind, Outcome outcome, String summary, Map<String, String> facts,
		Instant startedAt, Instant finishedAt) implements ResultMessage {

	public enum Outcome {
		DONE, FAILED, SKIPPED
	}
}
