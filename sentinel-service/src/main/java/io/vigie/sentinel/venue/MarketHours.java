package io.vigie.sentinel.venue;

import java.time.Instant;

/** @param now market time */
public record MarketHours(Instant now, boolean isOpen) {
}
