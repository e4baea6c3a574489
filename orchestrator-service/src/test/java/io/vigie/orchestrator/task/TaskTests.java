package io.vigie.orchestrator.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.pace.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final Task task = Task.queued(Work.SNAPSHOT, 30, "a minute is over", NOON);

	@Test
	void startsOnce() {
		assertThat(task.start(NOON, TIMEOUT).deadline()).isEqualTo(NOON.plus(TIMEOUT));
		assertThatThrownBy(() -> task.start(NOON, TIMEOUT)).hasMessageContaining("is RUNNING, not QUEUED");
	}

	@Test
	void takesTheFirstAnswerOnly() {
		task.start(NOON, TIMEOUT);
		assertThat(task.finish(result(Outcome.DONE, "ok"), NOON)).isTrue();
		assertThat(task.finish(result(Outcome.FAILED, "no"), NOON)).isFalse();
		assertThat(task.view().state()).isEqualTo(TaskState.DONE);
		assertThat(task.view().summary()).isEqualTo("ok");
	}

	@Test
	void countsSkippedAsDoneAndSaysSo() {
		task.start(NOON, TIMEOUT);
		task.finish(result(Outcome.SKIPPED, "nothing to do"), NOON);
		assertThat(task.view().state()).isEqualTo(TaskState.DONE);
		assertThat(task.view().summary()).isEqualTo("skipped: nothing to do");
	}

	@Test
	void isOverdueOnlyAfterItsDeadline() {
		assertThat(task.isOverdue(NOON.plusSeconds(9999))).isFalse();
		task.start(NOON, TIMEOUT);
		assertThat(task.isOverdue(NOON.plus(TIMEOUT))).isFalse();
		assertThat(task.isOverdue(NOON.plus(TIMEOUT).plusMillis(1))).isTrue();
	}

	@Test
	void keepsItsReasonWhenItIsTriedAgain() {
		task.start(NOON, TIMEOUT);
		task.expire(NOON.plus(TIMEOUT));
		Task second = task.again(NOON);
		second.start(NOON, TIMEOUT);
		second.expire(NOON);
		Task third = second.again(NOON);
		assertThat(second.view().reasoning()).isEqualTo(
				"attempt 2, since executor did not answer by 2026-11-20T12:02:00Z; wanted because a minute is over");
		assertThat(third.view().reasoning()).startsWith("attempt 3, ").endsWith("; wanted because a minute is over")
			.containsOnlyOnce("wanted because");
		assertThat(task.again(NOON).view().id()).isEqualTo(second.view().id());
	}

	@Test
	void notesALateAnswerWithoutComingBackToLife() {
		task.start(NOON, TIMEOUT);
		task.expire(NOON.plus(TIMEOUT));
		assertThat(task.finish(result(Outcome.DONE, "finally"), NOON)).isFalse();
		assertThat(task.view().state()).isEqualTo(TaskState.EXPIRED);
		assertThat(task.view().summary()).endsWith("answered late: finally");
	}

	private static TaskFinished result(Outcome outcome, String summary) {
		return new TaskFinished(UUID.randomUUID(), TaskKind.SNAPSHOT, outcome, summary, Map.of(), NOON, NOON);
	}
}
