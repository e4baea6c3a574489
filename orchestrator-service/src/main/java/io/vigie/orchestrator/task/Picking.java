package io.vigie.orchestrator.task;

import io.vigie.common.message.TaskKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which queued tasks may start now: the most important first, never two of a kind and owner, never two that collide. */
final class Picking {

	private static final Comparator<TaskView> ORDER = Comparator.comparingInt(TaskView::priority)
		.reversed()
		.thenComparing(TaskView::queuedAt);

	/** While the books are being corrected nobody decides by them, and nobody takes a picture of them. */
	private static final Set<TaskKind> TOUCHED_BY_RECONCILIATION = Set.of(TaskKind.TRADING_CYCLE, TaskKind.SNAPSHOT);

	private Picking() {
	}

	/** @param waiting those that must wait, each with the reason */
	record Picked(List<TaskView> starting, List<Waiting> waiting) {
	}

	record Waiting(TaskView task, String reasoning) {
	}

	static Picked pick(List<TaskView> queued, List<TaskView> running) {
		List<TaskView> starting = new ArrayList<>();
		List<Waiting> waiting = new ArrayList<>();
		List<TaskView> busy = new ArrayList<>(running);
		for (TaskView task : queued.stream().sorted(ORDER).toList()) {
			Optional<String> obstacle = busy.stream().flatMap(other -> obstacle(task, other).stream()).findFirst();
			if (obstacle.isPresent()) {
				waiting.add(new Waiting(task, obstacle.get()));
			}
			else {
				starting.add(task);
				busy.add(task);
			}
		}
		return new Picked(starting, waiting);
	}

	private static Optional<String> obstacle(TaskView task, TaskView other) {
		if (task.kind() == other.kind() && task.owner().equals(other.owner())) {
			return Optional.of("the previous " + task.kind() + " still runs at " + other.owner());
		}
		return collides(task.kind(), other.kind()) || collides(other.kind(), task.kind())
				? Optional.of(other.kind() + " runs, and both touch the books") : Optional.empty();
	}

	private static boolean collides(TaskKind one, TaskKind other) {
		return one == TaskKind.RECONCILIATION && TOUCHED_BY_RECONCILIATION.contains(other);
	}
}
