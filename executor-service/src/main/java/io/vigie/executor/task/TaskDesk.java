package io.vigie.executor.task;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Trace;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskMessage;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.reconcile.Report;
import io.vigie.executor.snapshot.SnapshotDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what the orchestrator asks of the executor, and says how it went. A task done twice does no harm. */
@Service
class TaskDesk {

	private static final Logger log = LoggerFactory.getLogger(TaskDesk.class);
	private static final String NAME = "executor";

	private final SnapshotDesk snapshots;
	private final Reconciliation reconciliation;
	private final TransactionTemplate transactions;
	private final Inbox inbox;
	private final Outbox outbox;
	private final Clock clock;

	TaskDesk(SnapshotDesk snapshots, Reconciliation reconciliation, TransactionTemplate transactions, Inbox inbox, Outbox outbox, Clock clock) {
		this.snapshots = snapshots;
		this.reconciliation = reconciliation;
		this.transactions = transactions;
		this.inbox = inbox;
		this.outbox = outbox;
		this.clock = clock;
	}

	void run(List<Message<TaskMessage>> batch) {
		Set<UUID> done = new HashSet<>();
		for (Message<TaskMessage> message : batch) {
			if (message.data() instanceof RunTask task && NAME.equals(task.owner()) && done.add(message.id())) {
				try (Trace _ = Trace.of(message)) {
					run(message, task);
				}
			}
		}
	}

	private void run(Message<TaskMessage> message, RunTask task) {
		Instant started = clock.instant();
		Ended ended = started.isAfter(task.deadline()) ? new Ended(TaskFinished.Outcome.SKIPPED, "too late", Map.of()) : attempt(task);
		var finished = new TaskFinished(task.taskId(), task.kind(), ended.outcome, ended.summary, ended.facts, started, clock.instant());
		transactions.executeWithoutResult(_ -> {
			if (!inbox.fresh("tasks", List.of(message)).isEmpty()) {
				outbox.append(Topics.results(NAME), task.taskId().toString(),
						message.leadsTo(Ids.named("result", task.taskId()), NAME, "orchestrator", clock.instant(), finished));
			}
		});
		log.atInfo().addKeyValue("kind", task.kind()).addKeyValue("outcome", ended.outcome).addKeyValue("summary", ended.summary).log("Task finished");
	}

	private Ended attempt(RunTask task) {
		try {
			return switch (task.kind()) {
				case SNAPSHOT -> new Ended(TaskFinished.Outcome.DONE, "portfolios written down", snapshots.take());
				case RECONCILIATION -> reconciled(reconciliation.run("task: " + task.reasoning()));
				case MARKET_SCAN, TRADING_CYCLE, HEALTH_CHECK -> new Ended(TaskFinished.Outcome.SKIPPED, "not the executor's work", Map.of());
			};
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("kind", task.kind()).setCause(e).log("Task failed");
			return new Ended(TaskFinished.Outcome.FAILED, String.valueOf(e.getMessage()), Map.of());
		}
	}

	private static Ended reconciled(Report report) {
		return new Ended(TaskFinished.Outcome.DONE, report.summary(), report.facts());
	}

	private record Ended(TaskFinished.Outcome outcome, String summary, Map<String, String> facts) {
	}
}
