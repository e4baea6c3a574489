package io.vigie.orchestrator.task;

/** The life of a task. */
public enum TaskState {
	QUEUED, RUNNING, DONE, FAILED, EXPIRED
}
