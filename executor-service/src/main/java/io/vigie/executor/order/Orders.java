package io.vigie.executor.order;

import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Trip;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All orders, read with the fills that are booked. */
@Component
public class Orders {

	private static final String OPEN = "state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')";
	private static final String UNSETTLED = """
			(state in ('INTENDED', 'SENT', 'UNKNOWN') or reported_quantity > filled_quantity
			or awaits_legs and venue_order_id is not null or by_value and state = 'PARTIALLY_FILLED')""";

	private final JdbcClient jdbc;
	private final JdbcTemplate template;

	Orders(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	public Optional<Order> one(UUID id) {
		return withIds(List.of(id)).stream().findFirst();
	}

	/** Known once the trip is over. */
	Supplier<List<Order>> withIds(Trip trip, Collection<UUID> ids) {
		return ids.isEmpty() ? List::of : those(trip, "id = any (?)", new Trip.Many("uuid", ids.toArray()));
	}

	private List<Order> withIds(Collection<UUID> ids) {
		var trip = new Trip(template);
		Supplier<List<Order>> found = withIds(trip, ids);
		trip.go();
		return found.get();
	}

	/** Those known under one of the venue's ids or one of the client ids. */
	List<Order> known(Collection<String> venueIds, Collection<String> clientIds) {
		if (venueIds.isEmpty() && clientIds.isEmpty()) {
			return List.of();
		}
		var trip = new Trip(template);
		Supplier<List<Order>> found = those(trip, "venue_order_id = any (?) or client_order_id = any (?)",
				new Trip.Many("text", venueIds.toArray()), new Trip.Many("text", clientIds.toArray()));
		trip.go();
		return found.get();
	}

	/** The order that the venue means. */
	public Optional<Order> knownToVenueAs(String venueId, String clientId) {
		return known(List.of(venueId), clientId.isEmpty() ? List.of() : List.of(clientId)).stream().findFirst();
	}

	/** May be at the venue, filling or resting. */
	public List<Order> open() {
		return complete(jdbc.sql("select * from orders where " + OPEN + " order by intended_at, decided_at, id"));
	}

	/** Not ended, or with fills that are still to be booked. */
	List<Order> unfinished() {
		return complete(jdbc.sql("select * from orders where " + OPEN + " or " + UNSETTLED + " order by intended_at, decided_at, id"));
	}

	/** Of one bot's position. */
	public List<Order> open(String bot, String symbol) {
		return complete(jdbc.sql("select * from orders where bot = :bot and symbol = :symbol and " + OPEN + " order by intended_at, decided_at, id")
			.param("bot", bot).param("symbol", symbol));
	}

	/** Open, or ended with fills that are still to be booked. */
	List<Order> openOrMissing(String bot, String symbol) {
		return complete(jdbc
			.sql("select * from orders where bot = :bot and symbol = :symbol and (" + OPEN + " or " + UNSETTLED + ")")
			.param("bot", bot).param("symbol", symbol));
	}

	/** The stop that stood last for the bot's position. */
	Optional<Order> lastStop(String bot, String symbol) {
		return complete(jdbc.sql("""
				select * from orders where bot = :bot and symbol = :symbol and role = 'STOP_LOSS' and stop_price is not null
				order by intended_at desc limit 1""").param("bot", bot).param("symbol", symbol)).stream().findFirst();
	}

	/** The entry that a bot's position came from last. */
	public Optional<Order> lastEntry(String bot, String symbol) {
		return complete(jdbc.sql("""
				select * from orders where bot = :bot and symbol = :symbol and role = 'ENTRY' and filled_quantity > 0
				order by intended_at desc limit 1""").param("bot", bot).param("symbol", symbol)).stream().findFirst();
	}

	/** The stops and exits that this entry was followed by, oldest first. */
	public List<Order> after(Order entry) {
		return complete(jdbc.sql("""
				select o.* from orders o join orders e on e.id = :entry
				where o.bot = e.bot and o.symbol = e.symbol and o.role in ('STOP_LOSS', 'EXIT') and o.intended_at >= e.intended_at
				order by o.intended_at, o.id""").param("entry", entry.id()));
	}

	/** The venue has still to say something about them. */
	List<Order> unsettled(Collection<String> symbols) {
		return complete(jdbc.sql("select * from orders where " + UNSETTLED + " and symbol in (:symbols)")
			.param("symbols", symbols));
	}

	/** Waiting for the venue's word, or for fills it has told of, since before then. */
	List<Order> unsettled(Instant before) {
		return complete(jdbc.sql("select * from orders where " + UNSETTLED + " and changed_at < :before order by intended_at, decided_at, id limit 200")
			.param("before", Timestamp.from(before)));
	}

	private static Supplier<List<Order>> those(Trip trip, String which, Object... arguments) {
		List<Order> bare = new ArrayList<>();
		Map<UUID, List<Fill>> fills = new HashMap<>();
		trip.ask("select * from orders where " + which, row -> bare.add(order(row)), arguments)
			.ask("select * from trades where order_id in (select id from orders where " + which + ") order by cumulative_quantity",
					row -> add(fills, row), arguments);
		return () -> bare.stream().map(it -> withFills(it, fills.getOrDefault(it.id(), List.of()))).toList();
	}

	private List<Order> complete(JdbcClient.StatementSpec query) {
		List<Order> bare = query.query((row, _) -> order(row)).list();
		Map<UUID, List<Fill>> fills = fills(bare.stream().filter(it -> it.life().reported().signum() > 0).map(Order::id).toList());
		return bare.stream().map(it -> withFills(it, fills.getOrDefault(it.id(), List.of()))).toList();
	}

	private Map<UUID, List<Fill>> fills(Collection<UUID> orders) {
		Map<UUID, List<Fill>> fills = new HashMap<>();
		if (!orders.isEmpty()) {
			jdbc.sql("select * from trades where order_id in (:orders) order by cumulative_quantity").param("orders", orders)
				.query((row, _) -> add(fills, row)).list();
		}
		return fills;
	}

	private static boolean add(Map<UUID, List<Fill>> fills, ResultSet row) throws SQLException {
		return fills.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
			.add(new Fill(Plain.decimal(row, "quantity"), Plain.decimal(row, "price"), Plain.decimal(row, "cumulative_quantity"),
					row.getTimestamp("traded_at").toInstant()));
	}

	private static Order withFills(Order bare, List<Fill> fills) {
		return fills.isEmpty() ? bare : new Order(bare.id(), bare.bot(), bare.clientOrderId(), bare.venueOrderId(), bare.proposalId(),
				bare.parentId(), bare.terms(), bare.life().with(new Fills(fills)),
				bare.changes(), bare.awaitsLegs(), bare.chain(), bare.decidedAt(), bare.changedAt());
	}

	private static Order order(ResultSet row) throws SQLException {
		var terms = new OrderTerms(row.getString("symbol"), Side.valueOf(row.getString("side")), OrderType.valueOf(row.getString("type")),
				OrderRole.valueOf(row.getString("role")), TimeInForce.valueOf(row.getString("time_in_force")),
				Plain.decimalOrNull(row, "limit_price"), Plain.decimalOrNull(row, "stop_price"), Plain.decimalOrNull(row, "stop_loss"),
				Plain.decimalOrNull(row, "take_profit"), Plain.decimalOrNull(row, "stop_limit"),
				Trail.of(Plain.decimalOrNull(row, "trail_price"), Plain.decimalOrNull(row, "trail_percent")), Plain.decimalOrNull(row, "notional"));
		var life = new OrderLife(Plain.decimal(row, "quantity"), OrderState.valueOf(row.getString("state")), Fills.NONE,
				Plain.decimal(row, "reported_quantity"), row.getString("reason"), row.getBoolean("by_value"));
		var chain = new Chain(row.getObject("correlation_id", UUID.class), row.getObject("causation_id", UUID.class), at(row, "began_at"));
		return new Order(row.getObject("id", UUID.class), row.getString("bot"), row.getString("client_order_id"),
				row.getString("venue_order_id"), row.getObject("proposal_id", UUID.class), row.getObject("parent_id", UUID.class), terms, life,
				row.getInt("changes"), row.getBoolean("awaits_legs"), chain, at(row, "decided_at"), at(row, "changed_at"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}
}
