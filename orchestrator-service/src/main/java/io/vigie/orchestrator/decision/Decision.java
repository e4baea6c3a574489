package io.vigie.orchestrator.decision;

import io.vigie.common.message.TaskKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision and why it was taken.
 *
 * @param taskId the task it is about; none where it is about a kind of task
 */
public record Decision(UUID id, TaskKind kind, Choice choice, String reasoning, @Nullable UUID taskId, Instant decidedAt) {
}
