package io.vigie.health.deadletter;

import java.time.Instant;

/**
 * A letter was put back.
 *
 * @param replays how often it has been, this time included
 */
record Replayed(String topic, int partition, long offset, Instant at, long replays) {
}
