package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The analyst would trade. The message id follows from bot, symbol, bar and strategy.
 *
 * @param action {@code BUY} or {@code CLOSE}
 * @param price last traded when proposed, in quote currency
 * @param decidedAt market time
 */
@JsonTypeName("trade-proposal")
public record TradeProposed(String bot, String strategy, String symbol, Action action, BigDecimal confidence,
		BigDecimal price, Evidence evidence, String reasoning, Instant decidedAt) implements ProposalMessage {
}
