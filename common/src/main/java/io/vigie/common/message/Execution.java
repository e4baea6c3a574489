package io.vigie.common.message;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One fill.
 *
 * @param quantity of this fill alone, in base units
 * @param price in quote currency
 * @param cumulativeQuantity filled so far, this fill included
 * @param at market time
 */
public record Execution(BigDecimal quantity, BigDecimal price, BigDecimal cumulativeQuantity, Instant at) {
}
