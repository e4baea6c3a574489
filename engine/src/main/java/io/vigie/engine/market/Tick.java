package io.vigie.engine.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade print of a venue.
 *
 * @param sequence the venue's trade number, rising per symbol; with the symbol it identifies the print
 * @param at when the venue says it traded, market time
 * @param size traded quantity in base units, not negative
 */
public record Tick(String symbol, long sequence, Instant at, BigDecimal price, BigDecimal size) {
}
