package io.vigie.risk.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * Cash set aside for one approved entry, in full until its order has ended. After that it still counts for every portfolio
 * that doesn't include the end: orders and portfolios arrive on two topics, and the cash must not be free in between.
 */
@Entity
@Table(name = "holds")
class Hold implements Persistable<UUID> {

	@Id
	private UUID proposalId;

	@Column
	private String bot;

	@Column
	private String symbol;

	@Column
	private BigDecimal amount;

	@Column
	private Instant approvedAt;

	@Column
	private @Nullable Long endedSequence;

	@Column
	private @Nullable Instant endedAt;

	@Transient
	private boolean stored;

	protected Hold() {
	}

	Hold(UUID proposalId, String bot, String symbol, BigDecimal amount, Instant approvedAt) {
		this.proposalId = proposalId;
		this.bot = bot;
		this.symbol = symbol;
		this.amount = amount;
		this.approvedAt = approvedAt;
	}

	/** The order ended. Told twice, the later sequence counts: cash stays held longer, never shorter. */
	void end(long sequence, Instant at) {
		if (endedSequence == null || endedSequence < sequence) {
			endedSequence = sequence;
			endedAt = at;
		}
	}

	OpenHold view() {
		return new OpenHold(proposalId, bot, symbol, amount, approvedAt);
	}

	@Override
	public UUID getId() {
		return proposalId;
	}

	@Override
	public boolean isNew() {
		return !stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		stored = true;
	}
}
