package io.vigie.executor.venue;

import io.vigie.engine.order.Fill;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the account's history; a fill where there is one, otherwise cash or units that moved.
 *
 * @param kind the broker's activity type
 */
public record VenueActivity(String id, String kind, Instant at, @Nullable String orderId, @Nullable String symbol,
		@Nullable Fill fill, BigDecimal amount, @Nullable BigDecimal quantity, String description) {
}
