package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Do this now. At most one task of a kind and owner runs at a time.
 *
 * @param owner the service that shall do it
 * @param reasoning why now, in words
 * @param deadline wall-clock time after which the result is no longer wanted
 */
@JsonTypeName("run-task")
public record RunTask(UUID taskId, TaskKind kind, String owner, Map<String, String> arguments, int priority,
		String reasoning, Instant deadline) implements TaskMessage {
}
