package io.vigie.risk.decision;

import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeProposed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads what must be there: JSON may leave out anything, and a rule must never meet what is missing. */
final class Proposals {

	private Proposals() {
	}

	/** @throws NullPointerException where the message leaves out what can't be decided without: dead letters take it */
	static TradeProposed read(Message<ProposalMessage> message) {
		return switch (message.data()) {
			case TradeProposed it -> {
				Objects.requireNonNull(it.bot(), "A proposal names its bot");
				Objects.requireNonNull(it.strategy(), "A proposal names its strategy");
				Objects.requireNonNull(it.symbol(), "A proposal names its symbol");
				Objects.requireNonNull(it.action(), "A proposal names its action");
				Objects.requireNonNull(it.confidence(), "A proposal states its confidence");
				Objects.requireNonNull(it.price(), "A proposal states its price");
				Objects.requireNonNull(it.decidedAt(), "A proposal states its market time");
				Objects.requireNonNull(Objects.requireNonNull(it.evidence(), "A proposal carries its evidence").bar(),
						"A proposal carries its bar");
				yield it;
			}
		};
	}

	/**
	 * How late it is in the market, as far as a batch tells: after an outage, the last of a backlog shows how old the first
	 * is. Portfolios say nothing of it, as an account is opened before the market has spoken; nor is a time remembered
	 * beyond its batch, as one that lies in the future would then refuse everything after it.
	 */
	static Instant latest(List<Message<ProposalMessage>> batch) {
		return batch.stream().map(it -> read(it).decidedAt()).max(Comparator.naturalOrder()).orElseThrow();
	}

	/** The earliest moment of the market that a batch speaks of. */
	static Instant earliest(List<Message<ProposalMessage>> batch) {
		return batch.stream().map(it -> read(it).decidedAt()).min(Comparator.naturalOrder()).orElseThrow();
	}
}
