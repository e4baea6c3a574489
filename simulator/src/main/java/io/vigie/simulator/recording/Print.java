package io.vigie.simulator.recording;

import java.math.BigDecimal;
import java.time.Duration;

/** One trade of a recording, at its distance from the recording's beginning. */
public record Print(Duration offset, BigDecimal price, BigDecimal size) {
}
