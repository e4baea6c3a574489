package io.vigie.orchestrator.pace;

import java.time.Instant;

/**
 * An open alert.
 *
 * @param down the component does nothing at all; otherwise it works, but badly
 */
public record Trouble(String component, boolean down, Instant since, String summary) {
}
