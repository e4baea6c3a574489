package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a bot was worth during one bar, as far as it was told.
 *
 * @param openAt when the bar began, market time
 * @param first equity first told of within the bar
 */
public record EquityBar(Instant openAt, BigDecimal first, BigDecimal high, BigDecimal low) {
}
