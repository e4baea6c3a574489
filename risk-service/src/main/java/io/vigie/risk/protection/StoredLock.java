package io.vigie.risk.protection;

import io.vigie.engine.risk.Lock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock as shown.
 *
 * @param rule the rule that refuses by it
 * @param symbol none where the bot may buy nothing at all
 * @param startsAt market time
 * @param endsAt market time
 * @param liftedAt when somebody ended it early, by the clock on the wall
 */
record StoredLock(UUID id, Lock.Kind kind, String rule, String bot, @Nullable String symbol, Instant startsAt, Instant endsAt,
		BigDecimal allowed, BigDecimal seen, String reason, Instant madeAt, @Nullable Instant liftedAt, @Nullable String liftedBy,
		@Nullable String liftedBecause) {
}
