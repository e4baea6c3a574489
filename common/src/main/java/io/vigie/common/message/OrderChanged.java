package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order was intended, sent, accepted, filled or ended.
 *
 * @param orderId our own id, known before the venue has one
 * @param proposalId what asked for it; none for a foreign order
 * @param parentId the entry that a protective order belongs to
 * @param reason why it is in this state, in words
 * @param ledgerSequence the portfolio sequence of this bot that includes this change
 * @param occurredAt market time
 */
@JsonTypeName("order-changed")
public record OrderChanged(String bot, UUID orderId, String clientOrderId, @Nullable String venueOrderId,
		@Nullable UUID proposalId, @Nullable UUID parentId, String symbol, Side side, OrderType type, OrderRole role,
		BigDecimal quantity, BigDecimal filledQuantity, @Nullable BigDecimal averagePrice, @Nullable BigDecimal limitPrice,
		@Nullable BigDecimal stopPrice, OrderState state, String reason, long ledgerSequence, Instant occurredAt)
		implements OrderMessage {
}
