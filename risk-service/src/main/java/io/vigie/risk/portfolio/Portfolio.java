package io.vigie.risk.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** Read only: rows are written by {@link Portfolios#hear}, which lets newer ones win in one statement. */
@Entity
@Table(name = "portfolios")
class Portfolio {

	@Id
	String bot;

	@Column
	long sequence;

	@Column
	BigDecimal capital;

	@Column
	BigDecimal cash;

	@Column
	BigDecimal equity;

	@Column(columnDefinition = "jsonb")
	@ColumnTransformer(read = "positions::text", write = "?::jsonb")
	String positions;

	@Column
	Instant asOf;

	@Column
	Instant heardAt;

	protected Portfolio() {
	}
}
