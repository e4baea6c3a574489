package io.vigie.health.task;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskMessage;
import io.vigie.health.probe.State;
import io.vigie.health.system.SystemDesk;
import io.vigie.health.system.SystemView;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers health checks with what is known now. */
@Service
class CheckDesk {

	private final SystemDesk system;
	private final Inbox inbox;
	private final Outbox outbox;
	private final Clock clock;

	CheckDesk(SystemDesk system, Inbox inbox, Outbox outbox, Clock clock) {
		this.system = system;
		this.inbox = inbox;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	public void run(List<Message<TaskMessage>> messages) {
		for (Message<TaskMessage> message : inbox.fresh("tasks", messages)) {
			switch (message.data()) {
				case RunTask task when task.owner().equals("health") -> answer(message, task);
				case RunTask _ -> {
				}
			}
		}
	}

	private void answer(Message<TaskMessage> message, RunTask task) {
		Instant now = clock.instant();
		TaskFinished result = now.isAfter(task.deadline())
				? finished(task, Outcome.SKIPPED, "came too late, wanted until " + task.deadline(), Map.of(), now) : switch (task.kind()) {
					case HEALTH_CHECK -> check(task, system.view(), now);
					case MARKET_SCAN, TRADING_CYCLE, SNAPSHOT, RECONCILIATION ->
						finished(task, Outcome.FAILED, "health can't do " + task.kind(), Map.of(), now);
				};
		outbox.append(Topics.results("health"), task.taskId().toString(),
				message.leadsTo(Ids.named("result", task.taskId()), "health", "orchestrator", now, result));
	}

	private static TaskFinished check(RunTask task, SystemView view, Instant now) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("overall", view.overall().name());
		view.components().stream().filter(it -> it.state() != State.UP).forEach(it -> facts.put(it.component(), it.state().name()));
		return finished(task, Outcome.DONE, view.summary(), facts, now);
	}

	private static TaskFinished finished(RunTask task, Outcome outcome, String summary, Map<String, String> facts, Instant now) {
		return new TaskFinished(task.taskId(), task.kind(), outcome, summary, facts,
				now, now);
	}
}
