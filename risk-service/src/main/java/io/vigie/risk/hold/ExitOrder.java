package io.vigie.risk.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sell order by decision. Read only: rows are written by {@link ExitOrders#hear}. */
@Entity
@Table(name = "closings")
class ExitOrder {

	@Id
	UUID orderId;

	@Column
	String bot;

	@Column
	String symbol;

	@Column
	BigDecimal quantity;

	@Column
	@Nullable Long endedSequence;

	protected ExitOrder() {
	}

	Closing view() {
		return new Closing(bot, symbol, quantity);
	}
}
