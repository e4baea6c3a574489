package io.vigie.orchestrator.task;

import io.vigie.common.message.TaskKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as others see it. */
public record TaskView(UUID id, TaskKind kind, String owner, TaskState state, int priority, int attempt, String reasoning,
		String summary, Instant queuedAt, @Nullable Instant startedAt, @Nullable Instant deadlineAt,
		@Nullable Instant finishedAt) {
}
