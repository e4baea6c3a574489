package io.vigie.risk.hold;

import io.vigie.common.message.OrderChanged;
import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Rows;
import io.vigie.common.sql.Trip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Cash set aside for approved entries, and holdings that are being sold: in full until the order has ended. After that they still count
 * for every portfolio that doesn't include the end: orders and portfolios arrive on two topics, and nothing must be free in between.
 */
@Repository
class Holds {

	/**
	 * Two halves, each by its own index, as ended rows are kept; {@code offset 0} keeps the second from being turned into a look at all
	 * of them.
	 */
	private static final String OPEN = """
			select t.* from %1$s t where t.ended_sequence is null
			union all
			select t.* from portfolios p cross join lateral
				(select e.* from %1$s e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) t""";
	private static final String OPEN_OF = """
			select t.* from %1$s t where t.ended_sequence is null and t.bot = any (?)
			union all
			select t.* from portfolios p cross join lateral
				(select e.* from %1$s e where e.bot = p.bot and e.ended_sequence > p.sequence offset 0) t
			where p.bot = any (?)""";
	private static final String HOLDS = OPEN.formatted("holds") + " order by approved_at, proposal_id";
	private static final String HOLDS_OF = OPEN_OF.formatted("holds") + " order by approved_at, proposal_id";
	private static final String CLOSINGS_OF = OPEN_OF.formatted("closings");

	private static final Rows<OpenHold> ROWS = new Rows<OpenHold>("holds").column("proposal_id", "uuid", OpenHold::proposalId)
		.column("bot", "text", OpenHold::bot)
		.column("symbol", "text", OpenHold::symbol)
		.column("amount", "numeric", OpenHold::amount)
		.column("approved_at", "timestamptz", OpenHold::approvedAt);

	private final JdbcTemplate jdbc;
	private final Clock clock;

	Holds(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(Trip trip, List<OpenHold> granted) {
		ROWS.insert(trip, granted);
	}

	Supplier<List<OpenHold>> open(Trip trip) {
		List<OpenHold> holds = new ArrayList<>();
		trip.ask(HOLDS, row -> holds.add(hold(row)));
		return () -> holds;
	}

	Supplier<List<OpenHold>> open(Trip trip, Collection<String> bots) {
		List<OpenHold> holds = new ArrayList<>();
		Trip.Many names = new Trip.Many("text", bots.toArray());
		trip.ask(HOLDS_OF, row -> holds.add(hold(row)), names, names);
		return () -> holds;
	}

	Supplier<List<Closing>> closings(Trip trip, Collection<String> bots) {
		List<Closing> closings = new ArrayList<>();
		Trip.Many names = new Trip.Many("text", bots.toArray());
		trip.ask(CLOSINGS_OF, row -> closings.add(new Closing(row.getString("bot"), row.getString("symbol"), Plain.decimal(row, "quantity"))),
				names, names);
		return () -> closings;
	}

	long countOpen() {
		List<Long> counts = jdbc.queryForList("select count(*) from (" + OPEN.formatted("holds") + ") open", Long.class);
		return counts.getFirst();
	}

	/**
	 * Entries ended. Told twice, the later sequence counts: cash stays held longer, never shorter.
	 *
	 * @return the proposals of those that cash is known to be held for
	 */
	Supplier<Set<UUID>> end(Trip trip, List<OrderChanged> entries) {
		Set<UUID> known = new HashSet<>();
		Timestamp now = Timestamp.from(clock.instant());
		for (OrderChanged it : entries) {
			trip.ask("""
					update holds set ended_at = case when ended_sequence >= ? then ended_at else ? end,
						ended_sequence = greatest(ended_sequence, ?)
					where proposal_id = ? returning proposal_id""", row -> known.add(row.getObject(1, UUID.class)), it.ledgerSequence(), now,
					it.ledgerSequence(), Objects.requireNonNull(it.proposalId()));
		}
		return () -> known;
	}

	/** An exit stays counted in full until it has ended; an end is never taken back. */
	void hear(Trip trip, OrderChanged exit) {
		trip.tell("""
				insert into closings (order_id, bot, symbol, quantity, ended_sequence) values (?, ?, ?, ?, case when ? then ? end)
				on conflict (order_id) do update set quantity = excluded.quantity,
					ended_sequence = greatest(closings.ended_sequence, excluded.ended_sequence)""",
				exit.orderId(), exit.bot(), exit.symbol(), exit.quantity(), exit.state().isFinal(), exit.ledgerSequence());
	}

	private static OpenHold hold(ResultSet row) throws SQLException {
		return new OpenHold(row.getObject("proposal_id", UUID.class), row.getString("bot"), row.getString("symbol"),
				Plain.decimal(row, "amount"), row.getTimestamp("approved_at").toInstant());
	}
}
