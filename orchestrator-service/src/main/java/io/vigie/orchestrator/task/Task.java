package io.vigie.orchestrator.task;

import io.vigie.common.message.Ids;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.pace.Work;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of work for one owner. Guards its own transitions: queued, running, and then one of three ends. */
@Entity
@Table(name = "tasks")
class Task {

	@Id
	private UUID id;
	@Enumerated(EnumType.STRING)
	private TaskKind kind;
	private String owner;
	@Enumerated(EnumType.STRING)
	private TaskState state;
	private int priority;
	private int attempt;
	private String reasoning;
	private String summary;
	private Instant queuedAt;
	private @Nullable Instant startedAt;
	private @Nullable Instant deadlineAt;
	private @Nullable Instant finishedAt;
	/** A result and an expiry may meet; the one that comes second starts over. */
	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Task() {
	}

	private Task(UUID id, TaskKind kind, String owner, int priority, int attempt, String reasoning, Instant queuedAt) {
		this.id = id;
		this.kind = kind;
		this.owner = owner;
		this.state = TaskState.QUEUED;
		this.priority = priority;
		this.attempt = attempt;
		this.reasoning = reasoning;
		this.summary = "";
		this.queuedAt = queuedAt;
	}

	static Task queued(Work work, int priority, String reasoning, Instant now) {
		return new Task(Ids.next(now), work.kind(), work.owner(), priority, 1, reasoning, now);
	}

	/** The same work once more, named after this one so that it can't be repeated twice. */
	Task again(Instant now) {
		return new Task(Ids.named("again", id), kind, owner, priority, attempt + 1,
				"attempt " + (attempt + 1) + ", since " + summary + "; wanted because " + origin(), now);
	}

	private String origin() {
		int at = reasoning.lastIndexOf("; wanted because ");
		return at < 0 ? reasoning : reasoning.substring(at + "; wanted because ".length());
	}

	RunTask start(Instant now, Duration timeout) {
		require(TaskState.QUEUED);
		state = TaskState.RUNNING;
		startedAt = now;
		deadlineAt = now.plus(timeout);
		return new RunTask(id, kind, owner, Map.of(), priority, reasoning, now.plus(timeout));
	}

	/** @return whether this answer was the one waited for; a late one is only noted */
	boolean finish(TaskFinished result, Instant now) {
		if (state != TaskState.RUNNING) {
			if (state == TaskState.EXPIRED && !summary.contains("late")) {
				summary = summary + "; answered late: " + result.summary();
			}
			return false;
		}
		state = result.outcome() == TaskFinished.Outcome.FAILED ? TaskState.FAILED : TaskState.DONE;
		summary = (result.outcome() == TaskFinished.Outcome.SKIPPED ? "skipped: " : "") + result.summary();
		finishedAt = now;
		return true;
	}

	void expire(Instant now) {
		require(TaskState.RUNNING);
		state = TaskState.EXPIRED;
		summary = owner + " did not answer by " + deadlineAt;
		finishedAt = now;
	}

	boolean isOverdue(Instant now) {
		return state == TaskState.RUNNING && deadlineAt != null && now.isAfter(deadlineAt);
	}

	TaskView view() {
		return new TaskView(id, kind, owner, state, priority, attempt, reasoning, summary, queuedAt, startedAt, deadlineAt,
				finishedAt);
	}

	int attempt() {
		return attempt;
	}

	private void require(TaskState expected) {
		if (state != expected) {
			throw new IllegalStateException("Task " + id + " is " + state + ", not " + expected);
		}
	}
}
