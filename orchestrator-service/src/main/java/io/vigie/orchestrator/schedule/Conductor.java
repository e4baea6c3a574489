package io.vigie.orchestrator.schedule;

import io.vigie.common.message.TaskKind;
import io.vigie.orchestrator.decision.Choice;
import io.vigie.orchestrator.decision.DecisionBook;
import io.vigie.orchestrator.outlook.OutlookBook;
import io.vigie.orchestrator.pace.Outlook;
import io.vigie.orchestrator.pace.Pace;
import io.vigie.orchestrator.pace.Past;
import io.vigie.orchestrator.pace.Turn;
import io.vigie.orchestrator.pace.Work;
import io.vigie.orchestrator.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beats time. Everything it knows is in the database, and each beat is one transaction behind a lock: several orchestrators
 * may run, and one of them, whichever it is, conducts. One that dies in the middle leaves nothing half done.
 */
@Service
@EnableConfigurationProperties(ScheduleSettings.class)
public class Conductor {

	private final Pace pace;
	private final ScheduleBook schedules;
	private final TaskQueue queue;
	private final OutlookBook outlook;
	private final DecisionBook decisions;
	private final JdbcClient jdbc;
	private final Clock clock;

	Conductor(ScheduleSettings settings, ScheduleBook schedules, TaskQueue queue, OutlookBook outlook, DecisionBook decisions,
			JdbcClient jdbc, Clock clock) {
		this.pace = new Pace(settings.rhythm());
		this.schedules = schedules;
		this.queue = queue;
		this.outlook = outlook;
		this.decisions = decisions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** @return whether this instance conducted; another one does otherwise */
	@Transactional
	public boolean beat() {
		Boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.conductor', 11))")
			.query(Boolean.class)
			.single();
		if (!mine) {
			return false;
		}
		queue.expireOverdue();
		Instant now = clock.instant();
		Outlook seen = outlook.outlook();
		Set<TaskKind> held = EnumSet.noneOf(TaskKind.class);
		for (Work work : Work.values()) {
			if (!considered(work, seen, now)) {
				held.add(work.kind());
			}
		}
		queue.dispatch(held);
		return true;
	}

	public List<Schedule> schedules() {
		return schedules.all();
	}

	/** @return whether tasks of this kind may start now */
	private boolean considered(Work work, Outlook seen, Instant now) {
		Past past = queue.past(work.kind());
		Turn turn = pace.next(work.kind(), seen, past);
		Optional<Schedule> before = schedules.find(work.kind());
		boolean changed = before.isEmpty() || !before.get().interval().equals(turn.interval())
				|| before.get().held() != turn.held();
		Instant since = changed ? now : before.get().since();
		Instant due = turn.dueAt(past, since);
		schedules.save(new Schedule(work.kind(), turn.interval(), due, turn.held(), turn.reasoning(), since));
		if (changed) {
			decisions.record(work.kind(), choice(before, turn), turn.reasoning(), null);
		}
		boolean isDue = !now.isBefore(due);
		if (isDue) {
			queue.enqueue(work, turn.priority(), turn.reasoning());
		}
		return isDue || !turn.held();
	}

	private static Choice choice(Optional<Schedule> before, Turn turn) {
		if (turn.held()) {
			return Choice.HOLD;
		}
		return before.isPresent() && before.get().held() ? Choice.RESUME : Choice.RETIME;
	}
}
