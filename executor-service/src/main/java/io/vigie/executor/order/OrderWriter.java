package io.vigie.executor.order;

import io.vigie.common.sql.Rows;
import io.vigie.common.sql.Trip;
import io.vigie.engine.venue.Trail;
import io.vigie.executor.ledger.TransactionIds;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes orders, their history and trades: a statement each on a trip to the database, however many they are. */
@Component
class OrderWriter {

	private final Rows<Draft> drafts;
	private final Rows<Order> orders;
	private final Rows<Stage> stages;
	private final Rows<Trade> trades;

	OrderWriter(Clock clock) {
		drafts = living(new Rows<Draft>("orders").column("id", "uuid", it -> it.order.id()), Draft::order)
			.column("client_order_id", "text", it -> it.order.clientOrderId())
			.column("symbol", "text", it -> it.order.terms().symbol())
			.column("side", "text", it -> it.order.terms().side())
			.column("type", "text", it -> it.order.terms().type())
			.column("time_in_force", "text", it -> it.order.terms().timeInForce())
			.column("limit_price", "numeric", it -> it.order.terms().limitPrice())
			.column("stop_loss", "numeric", it -> it.order.terms().stopLoss())
			.column("take_profit", "numeric", it -> it.order.terms().takeProfit())
			.column("stop_limit", "numeric", it -> it.order.terms().stopLimit())
			.column("trail_price", "numeric", it -> it.order.terms().trail() instanceof Trail.Amount(BigDecimal distance) ? distance : null)
			.column("trail_percent", "numeric", it -> it.order.terms().trail() instanceof Trail.Percent(BigDecimal percent) ? percent : null)
			.column("notional", "numeric", it -> it.order.terms().notional())
			.column("correlation_id", "uuid", it -> it.order.chain().correlationId())
			.column("causation_id", "uuid", it -> it.order.chain().causationId())
			.column("began_at", "timestamptz", it -> it.order.chain().beganAt())
			.column("decided_at", "timestamptz", it -> it.order.decidedAt())
			.column("intended_at", "timestamptz", _ -> clock.instant())
			.column("verdict", "jsonb", Draft::verdict);
		orders = living(new Rows<Order>("orders").column("id", "uuid", Order::id), Function.identity());
		stages = new Rows<Stage>("order_states").column("order_id", "uuid", it -> it.order.id())
			.column("change", "int4", it -> it.order.changes())
			.column("state", "text", it -> it.order.life().state())
			.column("filled_quantity", "numeric", it -> it.order.life().filled())
			.column("reason", "text", it -> it.order.life().reason())
			.column("occurred_at", "timestamptz", Stage::at)
			.column("recorded_at", "timestamptz", _ -> clock.instant());
		trades = new Rows<Trade>("trades").column("id", "uuid", Trade::id)
			.column("order_id", "uuid", it -> it.order().id())
			.column("bot", "text", it -> it.order().bot())
			.column("symbol", "text", it -> it.order().terms().symbol())
			.column("side", "text", it -> it.order().terms().side())
			.column("role", "text", it -> it.order().terms().role())
			.column("quantity", "numeric", it -> it.fill().quantity())
			.column("price", "numeric", it -> it.fill().price())
			.column("cumulative_quantity", "numeric", it -> it.fill().cumulativeQuantity())
			.column("fee", "numeric", _ -> BigDecimal.ZERO)
			.column("realised", "numeric", Trade::realised)
			.column("ledger_sequence", "int8", Trade::ledgerSequence)
			.column("transaction_id", "uuid", it -> TransactionIds.of(it.key()))
			.column("traded_at", "timestamptz", it -> it.fill().at())
			.column("booked_at", "timestamptz", _ -> clock.instant());
	}

	/** What may change of an order that stands. */
	private static <T> Rows<T> living(Rows<T> rows, Function<T, Order> of) {
		return rows.column("bot", "text", it -> of.apply(it).bot())
			.column("venue_order_id", "text", it -> of.apply(it).venueOrderId())
			.column("proposal_id", "uuid", it -> of.apply(it).proposalId())
			.column("parent_id", "uuid", it -> of.apply(it).parentId())
			.column("role", "text", it -> of.apply(it).terms().role())
			.column("quantity", "numeric", it -> of.apply(it).life().quantity())
			.column("by_value", "bool", it -> of.apply(it).life().byValue())
			.column("stop_price", "numeric", it -> of.apply(it).terms().stopPrice())
			.column("state", "text", it -> of.apply(it).life().state())
			.column("filled_quantity", "numeric", it -> of.apply(it).life().filled())
			.column("reported_quantity", "numeric", it -> of.apply(it).life().reported().max(of.apply(it).life().filled()))
			.column("average_price", "numeric", it -> of.apply(it).life().fills().averagePrice())
			.column("reason", "text", it -> of.apply(it).life().reason())
			.column("changes", "int4", it -> of.apply(it).changes())
			.column("awaits_legs", "bool", it -> of.apply(it).awaitsLegs())
			.column("changed_at", "timestamptz", it -> of.apply(it).changedAt());
	}

	void write(Trip trip, Changes changes) {
		drafts.insert(trip, changes.drafts());
		orders.update(trip, changes.updates());
		stages.insert(trip, changes.stages);
		trades.insert(trip, changes.trades);
		changes.fees.forEach(it -> add(trip, it));
	}

	/** Shows the fee with the fill it came with: the one traded last up to then. */
	private static void add(Trip trip, Fee fee) {
		trip.tell("""
				update trades set fee = fee + ? where id = (select id from trades where order_id = ?
					order by traded_at <= ? desc, cumulative_quantity desc limit 1)""", fee.amount, fee.order.id(), Timestamp.from(fee.at));
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
