package io.vigie.orchestrator.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.pace.Work;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PickingTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	@Test
	void startsTheMostImportantFirstAndEqualsInOrder() {
		TaskView low = task(TaskKind.HEALTH_CHECK, 20, 0);
		TaskView later = task(TaskKind.MARKET_SCAN, 50, 5);
		TaskView first = task(TaskKind.TRADING_CYCLE, 50, 1);
		assertThat(Picking.pick(List.of(low, later, first), List.of()).starting()).containsExactly(first, later, low);
	}

	@Test
	void neverStartsTwoOfAKindAndOwner() {
		TaskView waiting = task(TaskKind.SNAPSHOT, 30, 1);
		Picking.Picked picked = Picking.pick(List.of(waiting), List.of(task(TaskKind.SNAPSHOT, 30, 0)));
		assertThat(picked.starting()).isEmpty();
		assertThat(picked.waiting()).singleElement()
			.satisfies(it -> assertThat(it.reasoning()).isEqualTo("the previous SNAPSHOT still runs at executor"));
		assertThat(Picking.pick(List.of(waiting, task(TaskKind.SNAPSHOT, 30, 2)), List.of()).starting()).containsExactly(waiting);
	}

	@Test
	void letsNobodyTouchTheBooksWhileTheyAreReconciled() {
		TaskView reconciliation = task(TaskKind.RECONCILIATION, 60, 0);
		Picking.Picked picked = Picking.pick(
				List.of(task(TaskKind.SNAPSHOT, 30, 0), reconciliation, task(TaskKind.TRADING_CYCLE, 50, 0), task(TaskKind.MARKET_SCAN, 40, 0)),
				List.of());
		assertThat(picked.starting()).extracting(TaskView::kind).containsExactly(TaskKind.RECONCILIATION, TaskKind.MARKET_SCAN);
		assertThat(picked.waiting()).extracting(Picking.Waiting::reasoning)
			.containsOnly("RECONCILIATION runs, and both touch the books");
	}

	@Test
	void letsReconciliationWaitForARunningCycle() {
		Picking.Picked picked = Picking.pick(List.of(task(TaskKind.RECONCILIATION, 60, 0)), List.of(task(TaskKind.TRADING_CYCLE, 50, 0)));
		assertThat(picked.starting()).isEmpty();
	}

	private static TaskView task(TaskKind kind, int priority, int second) {
		return new TaskView(UUID.randomUUID(), kind, Work.of(kind).owner(), TaskState.QUEUED, priority, 1, "", "",
				NOON.plusSeconds(second), null, null, null);
	}
}
