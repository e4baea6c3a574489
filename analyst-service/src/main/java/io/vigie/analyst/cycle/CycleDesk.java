package io.vigie.analyst.cycle;

import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.series.Reading;
import io.vigie.analyst.series.Watches;
import io.vigie.analyst.signal.SignalCount;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Publisher;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ResultMessage;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.message.TaskMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Takes stock of what this instance watches and tells the orchestrator. Doing a task again gives an answer with the same id.
 * Proposals are not made here: they are made at the close of a bar, whoever schedules what.
 */
@Service
class CycleDesk {

	private static final String SERVICE = "analyst";

	private final Watches watches;
	private final Portfolios portfolios;
	private final SignalCount signals;
	private final Publisher publisher;
	private final AgentLogs diary;
	private final Clock clock;
	private Instant lastCycleAt;

	CycleDesk(Watches watches, Portfolios portfolios, SignalCount signals, Publisher publisher, AgentLogs diary, Clock clock) {
		this.watches = watches;
		this.portfolios = portfolios;
		this.signals = signals;
		this.publisher = publisher;
		this.diary = diary;
		this.clock = clock;
		this.lastCycleAt = clock.instant();
	}

	void run(List<Message<TaskMessage>> batch) {
		for (Message<TaskMessage> message : batch) {
			switch (message.data()) {
				case RunTask task when task.owner().equals(SERVICE) -> answer(message, task);
				case RunTask _ -> {
				}
			}
		}
	}

	private void answer(Message<TaskMessage> message, RunTask task) {
		Instant startedAt = clock.instant();
		TaskFinished finished = task.kind() != TaskKind.TRADING_CYCLE
				? skipped(task, startedAt, "The analyst has no " + task.kind())
				: startedAt.isAfter(task.deadline()) ? skipped(task, startedAt, "Came after its deadline " + task.deadline())
				: takeStock(message, task, startedAt);
		Message<ResultMessage> result = message.leadsTo(Ids.named("result", SERVICE, task.taskId()), SERVICE, "orchestrator",
				clock.instant(), finished);
		publisher.sendAll(Topics.results(SERVICE), List.of(result), _ -> task.taskId().toString());
	}

	private TaskFinished takeStock(Message<TaskMessage> message, RunTask task, Instant startedAt) {
		var stock = new Stocktaking(watches.readings(), it -> portfolios.held(it.bot().name(), it.symbol()),
				signals.since(lastCycleAt));
		lastCycleAt = startedAt;
		for (Reading reading : stock.readings()) {
			diary.log(AgentLogged.Kind.THOUGHT, reading.bot().name(), stock.sentence(reading), indicators(reading), message);
		}
		diary.log(AgentLogged.Kind.DECISION, null, "Took stock: " + stock.summary(), Map.of("opportunity",
				stock.opportunity().toPlainString()), message);
		return new TaskFinished(task.taskId(), task.kind(), Outcome.DONE, stock.summary(), stock.facts(), startedAt, clock.instant());
	}

	private static Map<String, String> indicators(Reading reading) {
		Map<String, String> facts = new LinkedHashMap<>(Map.of("symbol", reading.symbol()));
		if (reading.decision() != null) {
			reading.decision().indicators().forEach((name, value) -> facts.put(name, value.toPlainString()));
		}
		return facts;
	}

	private TaskFinished skipped(RunTask task, Instant startedAt, String why) {
		return new TaskFinished(task.taskId(), task.kind(), Outcome.SKIPPED, why, Map.of(), startedAt, clock.instant());
	}
}
