package io.vigie.health.heal;

import java.time.Instant;
import java.util.List;

/** What one round of healing did. */
public record HealReport(String summary, Instant startedAt, Instant finishedAt, List<Heal> actions) {
}
