package io.vigie.engine.backtest;

import java.time.Instant;

/**
 * An entry that the strategy wanted and did not get.
 *
 * @param bar index of the bar at whose close it was wanted, or in which it could not be paid
 */
public record Refusal(int bar, Instant at, String reason) {
}
