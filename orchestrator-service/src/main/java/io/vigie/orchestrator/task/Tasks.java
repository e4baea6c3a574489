package io.vigie.orchestrator.task;

import io.vigie.common.message.TaskKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Tasks extends JpaRepository<Task, UUID> {

	List<Task> findByStateInOrderByQueuedAt(Collection<TaskState> states);

	List<Task> findTop20ByStateInOrderByFinishedAtDesc(Collection<TaskState> states);

	boolean existsByKindAndOwnerAndStateIn(TaskKind kind, String owner, Collection<TaskState> states);

	@Query("select max(t.startedAt) from Task t where t.kind = :kind")
	@Nullable
	Instant lastStartOf(TaskKind kind);

	@Query("""
			select count(t) from Task t where t.kind = :kind and t.state in (FAILED, EXPIRED) and t.attempt >= 1
			and t.queuedAt > coalesce((select max(d.queuedAt) from Task d where d.kind = :kind and d.state = DONE), :ever)""")
	int failuresSinceSuccess(TaskKind kind, Instant ever);

	@Modifying
	@Query("delete from Task t where t.queuedAt < :before and t.state in (DONE, FAILED, EXPIRED)")
	int forget(Instant before);
}
