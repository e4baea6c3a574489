package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.risk.RuleResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Risk refuses; every rule that was asked is listed, the refusing ones in {@code reason}. */
@JsonTypeName("proposal-refused")
public record ProposalRefused(UUID proposalId, TradeProposed proposal, List<RuleResult> rules, String reason,
		Instant decidedAt) implements VerdictMessage {
}
