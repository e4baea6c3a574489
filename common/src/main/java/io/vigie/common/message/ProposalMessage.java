package io.vigie.common.message;

/** On {@code analyst.proposals.v1}, keyed by bot. */
public sealed interface ProposalMessage extends Body permits TradeProposed {
}
