package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The analyst would trade. The message id follows from bot, symbol, bar and strategy.
 *
 * @param action {@code BUY} or {@code CLOSE}
 * @param price last traded when proposed, in quote currency
 * @param decidedAt market time
 * @param style how to buy; none for at market and at once
 */
@JsonTypeName("trade-proposal")
public record TradeProposed(String bot, String strategy, String symbol, Action action, BigDecimal confidence,
		BigDecimal price, Evidence evidence, String reasoning, Instant decidedAt, @Nullable OrderStyle style) implements ProposalMessage {

	/** At market and at once. */
	public TradeProposed(String bot, String strategy, String symbol, Action action, BigDecimal confidence, BigDecimal price, Evidence evidence,
			String reasoning, Instant decidedAt) {
		this(bot, strategy, symbol, action, confidence, price, evidence, reasoning, decidedAt, null);
	}
}
