package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fill is in the ledger.
 *
 * @param fee known when booked, in quote currency; fees the venue reports later follow as their own booking
 * @param realised profit or loss this fill realised before fees; zero for what opens a position
 * @param tradedAt market time
 */
@JsonTypeName("trade-booked")
public record TradeBooked(String bot, UUID tradeId, UUID orderId, @Nullable UUID proposalId, String symbol, Side side,
		OrderRole role, BigDecimal quantity, BigDecimal price, BigDecimal fee, BigDecimal realised, long ledgerSequence,
		Instant tradedAt) implements OrderMessage {
}
