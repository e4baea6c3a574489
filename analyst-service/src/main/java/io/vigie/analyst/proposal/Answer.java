package io.vigie.analyst.proposal;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;

/** What becomes of a signal. */
public sealed interface Answer {

	record Proposed(Message<ProposalMessage> proposal) implements Answer {
	}

	/** @param reason in words */
	record Withheld(String reason) implements Answer {
	}
}
