package io.vigie.sentinel.venue;

import java.math.BigDecimal;

/**
 * How one asset stands today.
 *
 * @param price last traded
 * @param before what the change is measured from: yesterday's close or, where there is none, today's opening
 * @param volume traded today, in base units
 */
public record Snapshot(String symbol, BigDecimal price, BigDecimal before, BigDecimal volume) {
}
