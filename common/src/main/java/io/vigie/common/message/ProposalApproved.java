package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.risk.RuleResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Risk lets the proposal through, sized and protected. Carries the whole proposal: an order can explain itself.
 *
 * @param quantity in base units, on the lot grid
 * @param stopLoss price of the protective stop; none for an exit
 * @param takeProfit price of the target; none for an exit
 * @param hold cash set aside until the order has ended, in quote currency; zero for an exit
 * @param notional what to spend, in quote currency, where the order goes out by value: {@code quantity} is an estimate then; none by quantity
 */
@JsonTypeName("proposal-approved")
public record ProposalApproved(UUID proposalId, TradeProposed proposal, BigDecimal quantity, @Nullable BigDecimal stopLoss,
		@Nullable BigDecimal takeProfit, BigDecimal hold, List<RuleResult> rules, Instant decidedAt, @Nullable BigDecimal notional) implements VerdictMessage {

	/** By quantity. */
	public ProposalApproved(UUID proposalId, TradeProposed proposal, BigDecimal quantity, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit,
			BigDecimal hold, List<RuleResult> rules, Instant decidedAt) {
		this(proposalId, proposal, quantity, stopLoss, takeProfit, hold, rules, decidedAt, null);
	}
}
