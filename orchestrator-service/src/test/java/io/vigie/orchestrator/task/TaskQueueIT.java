package io.vigie.orchestrator.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ResultMessage;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorTest;
import io.vigie.orchestrator.decision.Choice;
import io.vigie.orchestrator.decision.DecisionBook;
import io.vigie.orchestrator.outlook.OutlookBook;
import io.vigie.orchestrator.pace.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OrchestratorTest
class TaskQueueIT {

	@Autowired
	private TaskQueue queue;
	@Autowired
	private DecisionBook decisions;
	@Autowired
	private OutlookBook outlook;
	@Autowired
	private MutableClock clock;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void begin() {
		jdbc.update("truncate tasks, decisions, markets");
		clock.advance(Duration.ofDays(1));
	}

	@Test
	void queuesOneOfAKindOnly() {
		enqueue(Work.SNAPSHOT, 30);
		enqueue(Work.SNAPSHOT, 99);
		assertThat(queue.open()).singleElement().satisfies(it -> assertThat(it.priority()).isEqualTo(30));
		dispatch(Set.of());
		enqueue(Work.SNAPSHOT, 30);
		assertThat(queue.open()).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.RUNNING));
	}

	@Test
	void theDatabaseItselfRefusesASecondAtWork() {
		enqueue(Work.SNAPSHOT, 30);
		dispatch(Set.of());
		assertThatThrownBy(() -> jdbc.update("""
				insert into tasks select gen_random_uuid(), kind, owner, state, priority, attempt, reasoning, summary, queued_at, started_at,
				deadline_at, finished_at, version from tasks""")).isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void keepsHeldKindsQueued() {
		enqueue(Work.SNAPSHOT, 30);
		dispatch(Set.of(TaskKind.SNAPSHOT));
		assertThat(queue.open()).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.QUEUED));
		dispatch(Set.of());
		assertThat(queue.open()).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.RUNNING));
	}

	@Test
	void saysOnceThatATaskWaitsForAnother() {
		enqueue(Work.RECONCILIATION, 60);
		enqueue(Work.TRADING_CYCLE, 50);
		dispatch(Set.of());
		dispatch(Set.of());
		dispatch(Set.of());
		assertThat(decisions.last(50)).filteredOn(it -> it.choice() == Choice.WAIT)
			.singleElement()
			.satisfies(it -> assertThat(it.reasoning()).isEqualTo("RECONCILIATION runs, and both touch the books"));
	}

	@Test
	void learnsFromALateScanWithoutReviving() {
		enqueue(Work.MARKET_SCAN, 40);
		dispatch(Set.of());
		TaskView scan = queue.open().getFirst();
		clock.advance(Duration.ofSeconds(121));
		transactions.executeWithoutResult(_ -> queue.expireOverdue());
		queue.finish(List.of(result(scan.id(), TaskKind.MARKET_SCAN, Outcome.DONE, Map.of("volatility", "0.04"))));
		assertThat(queue.recent()).filteredOn(it -> it.id().equals(scan.id())).singleElement().satisfies(it -> {
			assertThat(it.state()).isEqualTo(TaskState.EXPIRED);
			assertThat(it.summary()).contains("did not answer by", "answered late");
		});
		assertThat(outlook.outlook().market().volatility()).hasToString("0.04");
	}

	@Test
	void learnsNothingFromAFailedScanOrAnAnswerNobodyAskedFor() {
		enqueue(Work.MARKET_SCAN, 40);
		dispatch(Set.of());
		queue.finish(List.of(result(queue.open().getFirst().id(), TaskKind.MARKET_SCAN, Outcome.FAILED, Map.of("volatility", "0.04")),
				result(UUID.randomUUID(), TaskKind.MARKET_SCAN, Outcome.DONE, Map.of("volatility", "0.05"))));
		assertThat(outlook.outlook().market().volatility()).isNull();
	}

	@Test
	void countsFailuresInARowAndForgetsThemAfterASuccess() {
		assertThat(queue.past(TaskKind.HEALTH_CHECK).lastStartedAt()).isNull();
		for (Outcome outcome : List.of(Outcome.FAILED, Outcome.FAILED)) {
			run(outcome);
		}
		assertThat(queue.past(TaskKind.HEALTH_CHECK).failures()).isEqualTo(2);
		run(Outcome.SKIPPED);
		assertThat(queue.past(TaskKind.HEALTH_CHECK).failures()).isZero();
		assertThat(queue.past(TaskKind.SNAPSHOT).failures()).isZero();
	}

	@Test
	void forgetsWhatEndedLongAgoAndNothingElse() {
		run(Outcome.DONE);
		enqueue(Work.SNAPSHOT, 30);
		clock.advance(Duration.ofDays(8));
		queue.forgetOld();
		assertThat(queue.recent()).isEmpty();
		assertThat(queue.open()).hasSize(1);
		assertThat(decisions.last(10)).isEmpty();
	}

	@Test
	void refusesToActOutsideATransaction() {
		assertThatThrownBy(() -> queue.enqueue(Work.SNAPSHOT, 1, "loose")).isInstanceOf(IllegalTransactionStateException.class);
		assertThatThrownBy(() -> queue.dispatch(Set.of())).isInstanceOf(IllegalTransactionStateException.class);
		assertThatThrownBy(queue::expireOverdue).isInstanceOf(IllegalTransactionStateException.class);
	}

	private void run(Outcome outcome) {
		clock.advance(Duration.ofSeconds(1));
		enqueue(Work.HEALTH_CHECK, 20);
		dispatch(Set.of());
		TaskView check = queue.open().stream().filter(it -> it.kind() == TaskKind.HEALTH_CHECK).findFirst().orElseThrow();
		queue.finish(List.of(result(check.id(), check.kind(), outcome, Map.of())));
	}

	private void enqueue(Work work, int priority) {
		transactions.executeWithoutResult(_ -> queue.enqueue(work, priority, "it is time"));
	}

	private void dispatch(Set<TaskKind> held) {
		transactions.executeWithoutResult(_ -> queue.dispatch(held));
	}

	private Message<ResultMessage> result(UUID task, TaskKind kind, Outcome outcome, Map<String, String> facts) {
		return Message.beginning(Ids.named("result", task), "sentinel", "orchestrator", clock.instant(),
				new TaskFinished(task, kind, outcome, "as asked", facts, clock.instant(), clock.instant()));
	}
}
