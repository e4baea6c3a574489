package io.vigie.analyst.signal;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A signal as it is asked for.
 *
 * @param barAt close of the bar, market time
 * @param saidAt wall-clock time
 */
record StoredSignal(UUID id, String bot, String strategy, String symbol, String timeframe, Instant barAt, Action action,
		BigDecimal confidence, BigDecimal price, Map<String, BigDecimal> indicators, String reasoning, UUID correlationId,
		Instant saidAt) {
}
