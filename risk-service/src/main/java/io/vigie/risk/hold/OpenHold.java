package io.vigie.risk.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Cash that is set aside now, in quote currency. */
public record OpenHold(UUID proposalId, String bot, String symbol, BigDecimal amount, Instant approvedAt) {
}
