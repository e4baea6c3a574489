package io.vigie.health.system;

import io.vigie.health.probe.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a component, kept across restarts.
 *
 * @param incident when it last left UP; none while it is up
 */
record Standing(String component, State state, Instant since, String why, @Nullable Instant incident) {
}
