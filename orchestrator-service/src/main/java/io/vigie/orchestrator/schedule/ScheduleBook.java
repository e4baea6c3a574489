package io.vigie.orchestrator.schedule;

import io.vigie.common.message.TaskKind;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The present schedule per kind, so that a restart neither forgets nor repeats a turn. */
@Repository
class ScheduleBook {

	private final JdbcClient jdbc;

	ScheduleBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Schedule> find(TaskKind kind) {
		return all().stream().filter(schedule -> schedule.kind() == kind).findFirst();
	}

	List<Schedule> all() {
		return jdbc.sql("select kind, interval_ms, due_at, held, reasoning, since_at from schedules order by due_at")
			.query((row, _) -> new Schedule(TaskKind.valueOf(row.getString("kind")), Duration.ofMillis(row.getLong("interval_ms")),
					row.getTimestamp("due_at").toInstant(), row.getBoolean("held"), row.getString("reasoning"),
					row.getTimestamp("since_at").toInstant()))
			.list();
	}

	void save(Schedule schedule) {
		jdbc.sql("""
				insert into schedules (kind, interval_ms, due_at, held, reasoning, since_at) values (?, ?, ?, ?, ?, ?)
				on conflict (kind) do update set interval_ms = excluded.interval_ms, due_at = excluded.due_at, held = excluded.held,
				reasoning = excluded.reasoning, since_at = excluded.since_at""")
			.params(schedule.kind().name(), schedule.interval().toMillis(), Timestamp.from(schedule.dueAt()), schedule.held(),
					schedule.reasoning(), Timestamp.from(schedule.since()))
			.update();
	}
}
