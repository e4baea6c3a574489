package io.vigie.executor.snapshot;

import io.vigie.common.message.Ids;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PositionView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One bot's portfolio at one time; never changed. */
@Entity
@Table(name = "portfolio_snapshots")
class Snapshot {

	@Id
	private UUID id;
	private String bot;
	private long sequence;
	private BigDecimal capital;
	private BigDecimal cash;
	private BigDecimal held;
	private BigDecimal positionsValue;
	private BigDecimal equity;
	private BigDecimal realised;
	private BigDecimal unrealised;
	private BigDecimal fees;
	private BigDecimal income;
	private BigDecimal modelledFees;
	private Instant occurredAt;
	private Instant takenAt;

	@SuppressWarnings("NullAway.Init")
	protected Snapshot() {
	}

	/** @param modelledFees what our own model of the venue would have charged */
	Snapshot(PortfolioChanged portfolio, BigDecimal income, BigDecimal modelledFees, Instant takenAt) {
		this.id = Ids.next(takenAt);
		this.bot = portfolio.bot();
		this.sequence = portfolio.sequence();
		this.capital = portfolio.capital();
		this.cash = portfolio.cash();
		this.held = portfolio.held();
		this.positionsValue = portfolio.positionsValue();
		this.equity = portfolio.equity();
		this.realised = portfolio.realised();
		this.unrealised = portfolio.positions().stream().map(PositionView::unrealised).reduce(BigDecimal.ZERO, BigDecimal::add);
		this.fees = portfolio.fees();
		this.income = income;
		this.modelledFees = modelledFees;
		this.occurredAt = portfolio.asOf();
		this.takenAt = takenAt;
	}

	String bot() {
		return bot;
	}

	BigDecimal equity() {
		return equity;
	}
}
