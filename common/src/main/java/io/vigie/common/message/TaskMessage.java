package io.vigie.common.message;

/** On {@code orchestrator.tasks.v1}, keyed by owner. */
public sealed interface TaskMessage extends Body permits RunTask {
}
