package io.vigie.orchestrator.schedule;

import io.vigie.common.message.TaskKind;
import java.time.Duration;
import java.time.Instant;

/**
 * When one kind of task is due next.
 *
 * @param held it waits for somebody's recovery
 * @param since when it got its present interval
 */
public record Schedule(TaskKind kind, Duration interval, Instant dueAt, boolean held, String reasoning, Instant since) {
}
