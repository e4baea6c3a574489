package io.vigie.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.Wire;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorTest;
import io.vigie.orchestrator.decision.Choice;
import io.vigie.orchestrator.decision.Decision;
import io.vigie.orchestrator.decision.DecisionBook;
import io.vigie.orchestrator.outlook.OutlookBook;
import io.vigie.orchestrator.task.TaskQueue;
import io.vigie.orchestrator.task.TaskState;
import io.vigie.orchestrator.task.TaskView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrchestratorTest
class ConductorIT {

	@Autowired
	private Conductor conductor;
	@Autowired
	private TaskQueue queue;
	@Autowired
	private DecisionBook decisions;
	@Autowired
	private OutlookBook outlook;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void begin() {
		jdbc.update("truncate tasks, schedules, decisions, markets, links, troubles");
		clock.advance(Duration.ofDays(1));
	}

	@Test
	void startsEveryKindAtFirstExceptWhatCollides() {
		conductor.beat();
		assertThat(queue.open()).filteredOn(it -> it.state() == TaskState.RUNNING)
			.extracting(TaskView::kind)
			.containsExactlyInAnyOrder(TaskKind.MARKET_SCAN, TaskKind.RECONCILIATION, TaskKind.HEALTH_CHECK);
		TaskView scan = running(TaskKind.MARKET_SCAN);
		RunTask order = wire.await(Topics.TASKS, RunTask.class, it -> it.taskId().equals(scan.id())).data();
		assertThat(order.owner()).isEqualTo("sentinel");
		assertThat(order.reasoning()).isEqualTo(scan.reasoning());
	}

	@Test
	void startsTheNextWhenTheAnswerIsHereAndTheTimeHasCome() {
		conductor.beat();
		answer(running(TaskKind.HEALTH_CHECK), Outcome.DONE, Map.of());
		conductor.beat();
		assertThat(kindsOpen()).doesNotContain(TaskKind.HEALTH_CHECK);
		clock.advance(Duration.ofMinutes(5));
		conductor.beat();
		assertThat(running(TaskKind.HEALTH_CHECK).attempt()).isEqualTo(1);
	}

	@Test
	void goesFasterWhenTheScanSaysThatTheMarketIsLively() {
		conductor.beat();
		answer(running(TaskKind.MARKET_SCAN), Outcome.DONE, Map.of("volatility", "0.018", "tick_age_ms", "200"));
		clock.advance(Duration.ofSeconds(1));
		conductor.beat();
		assertThat(schedule(TaskKind.TRADING_CYCLE).interval()).isEqualTo(Duration.ofSeconds(90));
		assertThat(last(TaskKind.TRADING_CYCLE, Choice.RETIME).reasoning())
			.isEqualTo("volatility 1.8 % is above 1 %: next cycle in 90 s instead of 3 min");
	}

	@Test
	void holdsTheCycleWhileTheAnalystIsDownAndResumes() {
		Message<AlertRaised> alert = Message.beginning(Ids.next(clock.instant()), "health", Message.ALL, clock.instant(),
				new AlertRaised(Ids.named("a"), Severity.CRITICAL, "analyst", "analyst is down", "refused", clock.instant()));
		wire.sendTwice(Topics.ALERTS, "analyst", alert);
		await().until(() -> !outlook.outlook().troubles().isEmpty());
		conductor.beat();
		assertThat(kindsOpen()).doesNotContain(TaskKind.TRADING_CYCLE);
		assertThat(last(TaskKind.TRADING_CYCLE, Choice.HOLD).reasoning()).startsWith("analyst is down since");
		Message<AlertResolved> over = alert.leadsTo(Ids.named("over", alert.id()), "health", Message.ALL,
				clock.instant().plusSeconds(1), new AlertResolved(Ids.named("a"), "analyst", "back", clock.instant()));
		wire.sendTwice(Topics.ALERTS, "analyst", over);
		wire.send(Topics.ALERTS, "analyst", alert);
		await().until(() -> outlook.outlook().troubles().isEmpty());
		conductor.beat();
		assertThat(kindsOpen()).contains(TaskKind.TRADING_CYCLE);
		assertThat(last(TaskKind.TRADING_CYCLE, Choice.RESUME)).isNotNull();
	}

	@Test
	void triesExpiredWorkAgainUntilTheBoundAndThenWaitsForItsTurn() {
		conductor.beat();
		for (int attempt = 1; attempt <= 3; attempt++) {
			assertThat(running(TaskKind.MARKET_SCAN).attempt()).isEqualTo(attempt);
			assertThat(queue.open().stream().filter(it -> it.kind() == TaskKind.MARKET_SCAN)).hasSize(1);
			clock.advance(Duration.ofSeconds(121));
			conductor.beat();
		}
		assertThat(last(TaskKind.MARKET_SCAN, Choice.GIVE_UP).reasoning()).startsWith("attempt 3 of 3 expired");
		assertThat(schedule(TaskKind.MARKET_SCAN).reasoning()).contains("the last 3 failed");
	}

	@Test
	void twoInstancesNeverStartTheSameWorkTwice() throws Exception {
		try (var instances = Executors.newFixedThreadPool(4)) {
			for (int round = 0; round < 10; round++) {
				List<Callable<Boolean>> beats = Stream.<Callable<Boolean>>generate(() -> conductor::beat).limit(4).toList();
				for (var beat : instances.invokeAll(beats)) {
					beat.get();
				}
				clock.advance(Duration.ofSeconds(5));
			}
		}
		assertThat(jdbc.queryForObject("""
				select count(*) from (select kind from tasks where attempt = 1 group by kind having count(*) > 1) twice""", Long.class))
			.isZero();
	}

	@Test
	void leavesTheBeatToTheInstanceThatHasTheLock() throws Exception {
		try (var connection = jdbc.getDataSource().getConnection(); var statement = connection.createStatement()) {
			statement.execute("select pg_advisory_lock(hashtextextended(current_schema() || '.conductor', 11))");
			assertThat(conductor.beat()).isFalse();
			assertThat(queue.open()).isEmpty();
			statement.execute("select pg_advisory_unlock(hashtextextended(current_schema() || '.conductor', 11))");
		}
		assertThat(conductor.beat()).isTrue();
	}

	@Test
	void countsAnAnswerHeardTwiceOnce() {
		conductor.beat();
		TaskView check = running(TaskKind.HEALTH_CHECK);
		answer(check, Outcome.FAILED, Map.of());
		assertThat(queue.past(TaskKind.HEALTH_CHECK).failures()).isEqualTo(1);
		assertThat(queue.recent()).filteredOn(it -> it.id().equals(check.id())).singleElement()
			.satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.FAILED));
	}

	private void answer(TaskView task, Outcome outcome, Map<String, String> facts) {
		var result = new TaskFinished(task.id(), task.kind(), outcome, "as asked", facts, clock.instant(), clock.instant());
		wire.sendTwice(Topics.results(task.owner()), task.id().toString(),
				Message.beginning(Ids.named("result", task.id()), task.owner(), "orchestrator", clock.instant(), result));
		await().until(() -> queue.open().stream().noneMatch(it -> it.id().equals(task.id())));
	}

	private TaskView running(TaskKind kind) {
		return queue.open().stream().filter(it -> it.kind() == kind && it.state() == TaskState.RUNNING).findFirst().orElseThrow();
	}

	private List<TaskKind> kindsOpen() {
		return queue.open().stream().map(TaskView::kind).toList();
	}

	private Schedule schedule(TaskKind kind) {
		return conductor.schedules().stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
	}

	private Decision last(TaskKind kind, Choice choice) {
		return decisions.last(100).stream().filter(it -> it.kind() == kind && it.choice() == choice).findFirst().orElseThrow();
	}
}
