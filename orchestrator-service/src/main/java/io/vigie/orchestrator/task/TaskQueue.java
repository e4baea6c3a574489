package io.vigie.orchestrator.task;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ResultMessage;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.decision.Choice;
import io.vigie.orchestrator.decision.DecisionBook;
import io.vigie.orchestrator.outlook.OutlookBook;
import io.vigie.orchestrator.pace.Past;
import io.vigie.orchestrator.pace.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues, starts, expires and closes tasks. A task and the message that starts it are committed together. */
@Service
@EnableConfigurationProperties(TaskSettings.class)
public class TaskQueue {

	private static final Set<TaskState> OPEN = Set.of(TaskState.QUEUED, TaskState.RUNNING);
	private static final Set<TaskState> CLOSED = Set.of(TaskState.DONE, TaskState.FAILED, TaskState.EXPIRED);

	private final Tasks tasks;
	private final TaskSettings settings;
	private final Inbox inbox;
	private final Outbox outbox;
	private final OutlookBook outlook;
	private final DecisionBook decisions;
	private final Clock clock;
	/** Only to say once, not every second, that a task waits. */
	private final Set<UUID> toldWaiting = ConcurrentHashMap.newKeySet();

	TaskQueue(Tasks tasks, TaskSettings settings, Inbox inbox, Outbox outbox, OutlookBook outlook, DecisionBook decisions,
			Clock clock) {
		this.tasks = tasks;
		this.settings = settings;
		this.inbox = inbox;
		this.outbox = outbox;
		this.outlook = outlook;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** Nothing happens while one of the same kind is still queued or running. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void enqueue(Work work, int priority, String reasoning) {
		if (!tasks.existsByKindAndOwnerAndStateIn(work.kind(), work.owner(), OPEN)) {
			tasks.save(Task.queued(work, priority, reasoning, clock.instant()));
		}
	}

	/** A running task past its deadline has expired; it is tried again, a bounded number of times. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void expireOverdue() {
		Instant now = clock.instant();
		for (Task task : tasks.findByStateInOrderByQueuedAt(Set.of(TaskState.RUNNING))) {
			if (task.isOverdue(now)) {
				expire(task, now);
			}
		}
	}

	private void expire(Task task, Instant now) {
		task.expire(now);
		tasks.saveAndFlush(task);
		TaskView expired = task.view();
		decisions.record(expired.kind(), Choice.EXPIRE, expired.summary(), expired.id());
		if (task.attempt() >= settings.attempts()) {
			decisions.record(expired.kind(), Choice.GIVE_UP,
					"attempt " + task.attempt() + " of " + settings.attempts() + " expired: it waits for its next turn", expired.id());
			return;
		}
		if (!tasks.existsByKindAndOwnerAndStateIn(expired.kind(), expired.owner(), Set.of(TaskState.QUEUED))) {
			TaskView again = tasks.save(task.again(now)).view();
			decisions.record(again.kind(), Choice.RETRY, again.reasoning(), again.id());
		}
	}

	/** Starts what may start; {@code held} kinds stay queued. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void dispatch(Set<TaskKind> held) {
		List<TaskView> queued = views(Set.of(TaskState.QUEUED)).stream().filter(it -> !held.contains(it.kind())).toList();
		Picking.Picked picked = Picking.pick(queued, views(Set.of(TaskState.RUNNING)));
		for (Picking.Waiting waiting : picked.waiting()) {
			if (toldWaiting.add(waiting.task().id())) {
				decisions.record(waiting.task().kind(), Choice.WAIT, waiting.reasoning(), waiting.task().id());
			}
		}
		toldWaiting.retainAll(picked.waiting().stream().map(it -> it.task().id()).toList());
		picked.starting().forEach(it -> start(tasks.findById(it.id()).orElseThrow()));
	}

	private void start(Task task) {
		Instant now = clock.instant();
		RunTask order = task.start(now, settings.timeout());
		tasks.saveAndFlush(task);
		outbox.append(Topics.TASKS, order.owner(),
				Message.beginning(Ids.named("run", order.taskId()), "orchestrator", order.owner(), now, order));
		decisions.record(order.kind(), Choice.RUN, order.reasoning(), order.taskId());
	}

	@Transactional
	public void finish(List<Message<ResultMessage>> results) {
		for (Message<ResultMessage> message : inbox.fresh("results", results)) {
			switch (message.data()) {
				case TaskFinished result -> tasks.findById(result.taskId()).ifPresent(task -> finish(task, result));
			}
		}
	}

	private void finish(Task task, TaskFinished result) {
		task.finish(result, clock.instant());
		tasks.save(task);
		if (result.kind() == TaskKind.MARKET_SCAN && result.outcome() == TaskFinished.Outcome.DONE) {
			outlook.scanned(result.facts(), result.finishedAt());
		}
	}

	public Past past(TaskKind kind) {
		return new Past(tasks.lastStartOf(kind), tasks.failuresSinceSuccess(kind, Instant.EPOCH));
	}

	public List<TaskView> open() {
		return views(OPEN);
	}

	public List<TaskView> recent() {
		return tasks.findTop20ByStateInOrderByFinishedAtDesc(CLOSED).stream().map(Task::view).toList();
	}

	@Transactional
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	public void forgetOld() {
		Instant before = clock.instant().minus(settings.kept());
		tasks.forget(before);
		decisions.forget(before);
	}

	private List<TaskView> views(Set<TaskState> states) {
		return tasks.findByStateInOrderByQueuedAt(states).stream().map(Task::view).toList();
	}
}
