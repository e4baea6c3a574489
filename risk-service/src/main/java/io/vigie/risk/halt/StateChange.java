package io.vigie.risk.halt;

import io.vigie.engine.risk.TradingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state, and who set it why.
 *
 * @param bot none where it is about all
 */
record StateChange(@Nullable String bot, TradingState state, String reason, String changedBy, Instant changedAt) {
}
