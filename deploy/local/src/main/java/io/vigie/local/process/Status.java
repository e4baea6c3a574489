package io.vigie.local.process;

import java.time.Instant;

/**
 * One part at one moment.
 *
 * @param pid 0 when there is no process
 * @param reason why it is not up, or why it was last restarted; empty when there is nothing to say
 */
public record Status(String name, State state, long pid, int port, Instant since, int restarts, long startMillis,
		String reason) {
}
