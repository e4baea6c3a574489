package io.vigie.common.message;

/** On {@code risk.verdicts.v1}, keyed by bot. */
public sealed interface VerdictMessage extends Body permits ProposalApproved, ProposalRefused {
}
