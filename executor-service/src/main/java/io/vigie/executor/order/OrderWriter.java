package io.vigie.executor.order;

import io.vigie.engine.order.OrderLife;
import io.vigie.engine.venue.Trail;
import io.vigie.executor.ledger.TransactionIds;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes orders, their history and trades in batches. */
@Component
class OrderWriter {

	private final JdbcTemplate jdbc;
	private final Clock clock;

	OrderWriter(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Collection<Draft> drafts) {
		if (drafts.isEmpty()) {
			return;
		}
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.batchUpdate("""
				insert into orders (id, bot, client_order_id, venue_order_id, proposal_id, parent_id, symbol, side, type, role,
					time_in_force, quantity, limit_price, stop_price, stop_loss, take_profit, stop_limit, trail_price, trail_percent, state, filled_quantity,
					reported_quantity, average_price, reason, changes, awaits_legs, correlation_id, causation_id, began_at, decided_at,
					intended_at, changed_at, verdict)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
				drafts, drafts.size(), (row, draft) -> {
					Order order = draft.order;
					OrderTerms terms = order.terms();
					Object[] values = { order.id(), order.bot(), order.clientOrderId(), order.venueOrderId(), order.proposalId(),
							order.parentId(), terms.symbol(), terms.side().name(), terms.type().name(), terms.role().name(),
							terms.timeInForce().name(), order.life().quantity(), terms.limitPrice(), terms.stopPrice(), terms.stopLoss(),
							terms.takeProfit(), terms.stopLimit(), terms.trail() instanceof Trail.Amount(BigDecimal distance) ? distance : null,
							terms.trail() instanceof Trail.Percent(BigDecimal percent) ? percent : null };
					int next = set(row, 1, values);
					next = set(row, next, living(order.life()));
					set(row, next, order.changes(), order.awaitsLegs(), order.chain().correlationId(), order.chain().causationId(),
							Timestamp.from(order.chain().beganAt()), Timestamp.from(order.decidedAt()), now,
							Timestamp.from(order.changedAt()), draft.verdict);
				});
	}

	void update(Collection<Order> orders) {
		if (orders.isEmpty()) {
			return;
		}
		jdbc.batchUpdate("""
				update orders set bot = ?, venue_order_id = ?, proposal_id = ?, parent_id = ?, role = ?, quantity = ?, stop_price = ?, state = ?, filled_quantity = ?,
					reported_quantity = ?, average_price = ?, reason = ?, changes = ?, awaits_legs = ?, changed_at = ? where id = ?""",
				orders, orders.size(), (row, order) -> {
					int next = set(row, 1, order.bot(), order.venueOrderId(), order.proposalId(), order.parentId(),
							order.terms().role().name(), order.life().quantity(), order.terms().stopPrice());
					next = set(row, next, living(order.life()));
					set(row, next, order.changes(), order.awaitsLegs(), Timestamp.from(order.changedAt()), order.id());
				});
	}

	void states(List<Stage> stages) {
		if (stages.isEmpty()) {
			return;
		}
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.batchUpdate("""
				insert into order_states (order_id, change, state, filled_quantity, reason, occurred_at, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)""", stages, stages.size(), (row, stage) -> set(row, 1, stage.order.id(),
				stage.order.changes(), stage.order.life().state().name(), stage.order.life().filled(), stage.order.life().reason(),
				Timestamp.from(stage.at), now));
	}

	void trades(List<Trade> trades) {
		if (trades.isEmpty()) {
			return;
		}
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.batchUpdate("""
				insert into trades (id, order_id, bot, symbol, side, role, quantity, price, cumulative_quantity, fee, realised,
					ledger_sequence, transaction_id, traded_at, booked_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", trades, trades.size(), (row, trade) -> {
			Order order = trade.order();
			set(row, 1, trade.id(), order.id(), order.bot(), order.terms().symbol(), order.terms().side().name(),
					order.terms().role().name(), trade.fill().quantity(), trade.fill().price(), trade.fill().cumulativeQuantity(),
					BigDecimal.ZERO, trade.realised(), trade.ledgerSequence(), TransactionIds.of(trade.key()),
					Timestamp.from(trade.fill().at()), now);
		});
	}

	/** Shows the fee with the fill it came with: the one traded last up to then. */
	void fees(List<Fee> fees) {
		if (fees.isEmpty()) {
			return;
		}
		jdbc.batchUpdate("""
				update trades set fee = fee + ? where id = (select id from trades where order_id = ?
					order by traded_at <= ? desc, cumulative_quantity desc limit 1)""", fees, fees.size(),
				(row, fee) -> set(row, 1, fee.amount, fee.order.id(), Timestamp.from(fee.at)));
	}

	private static Object[] living(OrderLife life) {
		return new Object[] { life.state().name(), life.filled(), life.reported().max(life.filled()), life.fills().averagePrice(),
				life.reason() };
	}

	private static int set(PreparedStatement row, int first, @Nullable Object... values) throws SQLException {
		int next = first;
		for (Object value : values) {
			row.setObject(next++, value);
		}
		return next;
	}

	/** @param verdict the message that led to it, as JSON */
	record Draft(Order order, @Nullable String verdict) {
	}

	/** @param at market time */
	record Stage(Order order, Instant at) {
	}

	record Fee(Order order, BigDecimal amount, Instant at) {
	}
}
