package io.vigie.executor.ledger;

import java.math.BigDecimal;

/**
 * A split as it was booked.
 *
 * @param cause the broker's words for it
 * @param units gained by all who held it, negative where given
 */
public record BookedSplit(String cause, BigDecimal units) {
}
