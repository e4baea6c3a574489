package io.vigie.risk.decision;

import io.vigie.common.message.TradeProposed;
import io.vigie.common.sql.Rows;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.strategy.Action;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What was ruled on one proposal, for good. Written once, never changed. */
@Entity
@Table(name = "verdicts")
class Verdict {

	/** Inserted only: the inbox has already let each proposal through once. */
	static final Rows<Verdict> ROWS = new Rows<Verdict>("verdicts").column("proposal_id", "uuid", it -> it.proposalId)
		.column("bot", "text", it -> it.bot)
		.column("strategy", "text", it -> it.strategy)
		.column("symbol", "text", it -> it.symbol)
		.column("action", "text", it -> it.action)
		.column("approved", "bool", it -> it.approved)
		.column("confidence", "numeric", it -> it.confidence)
		.column("price", "numeric", it -> it.price)
		.column("quantity", "numeric", it -> it.quantity)
		.column("stop_loss", "numeric", it -> it.stopLoss)
		.column("take_profit", "numeric", it -> it.takeProfit)
		.column("hold", "numeric", it -> it.hold)
		.column("reason", "text", it -> it.reason)
		.column("rules", "jsonb", it -> it.rules)
		.column("correlation_id", "uuid", it -> it.correlationId)
		.column("market_at", "timestamptz", it -> it.marketAt)
		.column("decided_at", "timestamptz", it -> it.decidedAt);

	@Id
	UUID proposalId;

	@Column
	String bot;

	@Column
	String strategy;

	@Column
	String symbol;

	@Column
	@Enumerated(EnumType.STRING)
	Action action;

	@Column
	boolean approved;

	@Column
	BigDecimal confidence;

	@Column
	BigDecimal price;

	@Column
	BigDecimal quantity;

	@Column
	@Nullable BigDecimal stopLoss;

	@Column
	@Nullable BigDecimal takeProfit;

	@Column
	BigDecimal hold;

	@Column
	String reason;

	@Column(columnDefinition = "jsonb")
	@ColumnTransformer(read = "rules::text")
	String rules;

	@Column
	UUID correlationId;

	@Column
	Instant marketAt;

	@Column
	Instant decidedAt;

	protected Verdict() {
	}

	Verdict(UUID proposalId, UUID correlationId, TradeProposed proposal, Ruling ruling, String reason, String rules,
			Instant marketAt, Instant decidedAt) {
		this.proposalId = proposalId;
		this.correlationId = correlationId;
		this.bot = proposal.bot();
		this.strategy = proposal.strategy();
		this.symbol = proposal.symbol();
		this.action = proposal.action();
		this.confidence = proposal.confidence();
		this.price = proposal.price();
		this.reason = reason;
		this.rules = rules;
		this.marketAt = marketAt;
		this.decidedAt = decidedAt;
		this.quantity = BigDecimal.ZERO;
		this.hold = BigDecimal.ZERO;
		if (ruling instanceof Ruling.Approved granted) {
			this.approved = true;
			this.quantity = granted.quantity();
			this.stopLoss = granted.stopLoss();
			this.takeProfit = granted.takeProfit();
			this.hold = granted.hold();
		}
	}
}
