package io.vigie.orchestrator.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.TaskKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps every decision, and tells of it in the diary once it is committed. */
@Service
public class DecisionBook {

	private final JdbcClient jdbc;
	private final AgentLogs diary;
	private final MeterRegistry metrics;
	private final Clock clock;

	DecisionBook(JdbcClient jdbc, AgentLogs diary, MeterRegistry metrics, Clock clock) {
		this.jdbc = jdbc;
		this.diary = diary;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void record(TaskKind kind, Choice choice, String reasoning, @Nullable UUID taskId) {
		Instant now = clock.instant();
		jdbc.sql("""
				insert into decisions (id, kind, choice, reasoning, task_id, decided_at)
				values (:id, :kind, :choice, :reasoning, :task::uuid, :at)""")
			.param("id", Ids.next(now))
			.param("kind", kind.name())
			.param("choice", choice.name())
			.param("reasoning", reasoning)
			.param("task", taskId)
			.param("at", Timestamp.from(now))
			.update();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				metrics.counter("orchestrator.decisions", "kind", kind.name(), "choice", choice.name()).increment();
				diary.log(AgentLogged.Kind.DECISION, null, choice + " " + kind + ": " + reasoning,
						Map.of("kind", kind.name(), "choice", choice.name()), null);
			}
		});
	}

	/** The latest first. */
	public List<Decision> last(int limit) {
		return jdbc.sql("select id, kind, choice, reasoning, task_id, decided_at from decisions order by decided_at desc, id desc limit ?")
			.param(limit)
			.query((row, _) -> new Decision(row.getObject("id", UUID.class), TaskKind.valueOf(row.getString("kind")),
					Choice.valueOf(row.getString("choice")), row.getString("reasoning"), row.getObject("task_id", UUID.class),
					row.getTimestamp("decided_at").toInstant()))
			.list();
	}

	@Transactional
	public void forget(Instant before) {
		jdbc.sql("delete from decisions where decided_at < ?").param(Timestamp.from(before)).update();
	}
}
