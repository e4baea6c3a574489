package io.vigie.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorService;
import io.vigie.orchestrator.OrchestratorTest;
import io.vigie.orchestrator.task.TaskQueue;
import io.vigie.orchestrator.task.TaskState;
import io.vigie.orchestrator.task.TaskView;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two orchestrators, each whole, on one broker and one database. */
@OrchestratorTest
class SeveralInstancesIT {

	@Autowired
	private Conductor conductor;
	@Autowired
	private TaskQueue queue;
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
	void shareOneScheduleAndOneIsEnoughToGoOn() throws Exception {
		TaskView left;
		try (ConfigurableApplicationContext other = another()) {
			beatTogether(other.getBean(Conductor.class));
			assertThat(jdbc.queryForList("select kind from tasks where state = 'RUNNING' group by kind having count(*) > 1")).isEmpty();
			left = running(TaskKind.HEALTH_CHECK);
			TaskView scan = running(TaskKind.MARKET_SCAN);
			answer(scan);
			await().until(() -> queue.open().stream().noneMatch(it -> it.id().equals(scan.id())));
		}
		clock.advance(Duration.ofSeconds(121));
		assertThat(conductor.beat()).isTrue();
		assertThat(running(TaskKind.HEALTH_CHECK).attempt()).as("what the dead one left is expired and tried again").isEqualTo(2);
		assertThat(wire.received(Topics.TASKS, RunTask.class).stream().filter(it -> it.data().taskId().equals(left.id()))).hasSize(1);
	}

	private void beatTogether(Conductor other) throws Exception {
		try (var threads = Executors.newFixedThreadPool(2)) {
			for (int round = 0; round < 20; round++) {
				List<Callable<Boolean>> beats = new ArrayList<>(List.of(conductor::beat, other::beat));
				for (var beat : threads.invokeAll(beats)) {
					beat.get();
				}
				clock.advance(Duration.ofSeconds(1));
			}
		}
	}

	private ConfigurableApplicationContext another() {
		RealInfrastructure.Addresses addresses = RealInfrastructure.addresses();
		return new SpringApplicationBuilder(OrchestratorService.class).web(WebApplicationType.NONE)
			.initializers(context -> ((GenericApplicationContext) context).registerBean("testClock", Clock.class, () -> clock))
			.run("--VIGIE_KAFKA=" + addresses.kafka(), "--VIGIE_DATABASE_URL=" + addresses.databaseUrl(), "--VIGIE_DATABASE_PASSWORD=vigie",
					"--logging.structured.format.console=", "--VIGIE_LOG_LEVEL=WARN", "--vigie.orchestrator.schedule.beating=false",
					"--spring.kafka.consumer.properties.metadata.max.age.ms=1000");
	}

	private TaskView running(TaskKind kind) {
		return queue.open().stream().filter(it -> it.kind() == kind && it.state() == TaskState.RUNNING).findFirst().orElseThrow();
	}

	private void answer(TaskView task) {
		var result = new TaskFinished(task.id(), task.kind(), Outcome.DONE, "as asked", Map.of(), clock.instant(), clock.instant());
		wire.sendTwice(Topics.results(task.owner()), task.id().toString(),
				Message.beginning(Ids.named("result", task.id()), task.owner(), "orchestrator", clock.instant(), result));
	}
}
