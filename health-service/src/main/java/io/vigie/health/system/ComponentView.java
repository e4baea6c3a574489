package io.vigie.health.system;

import io.vigie.health.probe.State;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component as others see it.
 *
 * @param suspects those it blames
 * @param lag messages waiting for it per topic; empty for what reads nothing, or while the broker can't be asked
 */
public record ComponentView(String component, State state, Instant since, String why, @Nullable Instant lastProbeAt,
		long probeMillis, Set<String> suspects, Map<String, Long> lag, Map<String, String> facts) {
}
