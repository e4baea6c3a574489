package io.vigie.health.system;

import io.vigie.health.probe.State;
import java.time.Instant;
import java.util.List;

/** Everything at a glance; overall is the worst of all. */
public record SystemView(State overall, String summary, Instant at, List<ComponentView> components) {
}
