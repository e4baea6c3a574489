package io.vigie.health.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.MutableClock;
import io.vigie.health.system.SystemDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HealthTest
class CheckIT {

	@Autowired
	private SystemDesk system;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;

	@Test
	void answersACheckOnceThoughAskedTwice() {
		system.round();
		RunTask task = task("health", TaskKind.HEALTH_CHECK, clock.instant().plusSeconds(60));
		ask(task);
		Message<TaskFinished> answer = wire.await(Topics.results("health"), TaskFinished.class, it -> it.taskId().equals(task.taskId()));
		assertThat(answer.data().outcome()).isEqualTo(Outcome.DONE);
		assertThat(answer.data().facts()).containsKey("overall");
		assertThat(answer.causationId()).isEqualTo(Ids.named("run", task.taskId()));
		RunTask next = task("health", TaskKind.HEALTH_CHECK, clock.instant().plusSeconds(60));
		ask(next);
		wire.await(Topics.results("health"), TaskFinished.class, it -> it.taskId().equals(next.taskId()));
		assertThat(wire.received(Topics.results("health"), TaskFinished.class).stream().filter(it -> it.data().taskId().equals(task.taskId())))
			.hasSize(1);
	}

	@Test
	void skipsWhatComesTooLateRefusesWhatItCanNotDoAndLeavesOthersAlone() {
		RunTask late = task("health", TaskKind.HEALTH_CHECK, clock.instant().minusSeconds(1));
		RunTask foreign = task("executor", TaskKind.SNAPSHOT, clock.instant().plusSeconds(60));
		RunTask wrong = task("health", TaskKind.MARKET_SCAN, clock.instant().plusSeconds(60));
		ask(foreign);
		ask(late);
		ask(wrong);
		assertThat(outcome(late)).isEqualTo(Outcome.SKIPPED);
		assertThat(outcome(wrong)).isEqualTo(Outcome.FAILED);
		assertThat(wire.received(Topics.results("health"), TaskFinished.class)).noneMatch(it -> it.data().taskId().equals(foreign.taskId()));
	}

	@Test
	void answersTheNextGoodTaskAfterBadMessages() {
		RunTask task = task("health", TaskKind.HEALTH_CHECK, clock.instant().plusSeconds(60));
		for (String bad : new String[] { "", "{", "[]", "{\"id\":\"x\"}", "{\"message_type\":\"nonsense\",\"version\":1}" }) {
			wire.sendRaw(Topics.TASKS, "health", bad.getBytes(StandardCharsets.UTF_8));
		}
		ask(task);
		assertThat(outcome(task)).isEqualTo(Outcome.DONE);
	}

	private Outcome outcome(RunTask task) {
		return wire.await(Topics.results("health"), TaskFinished.class, it -> it.taskId().equals(task.taskId())).data().outcome();
	}

	private void ask(RunTask task) {
		wire.sendTwice(Topics.TASKS, task.owner(),
				Message.beginning(Ids.named("run", task.taskId()), "orchestrator", task.owner(), clock.instant(), task));
	}

	private static RunTask task(String owner, TaskKind kind, Instant deadline) {
		return new RunTask(UUID.randomUUID(), kind, owner, Map.of(), 20, "because", deadline);
	}
}
