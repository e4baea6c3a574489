package io.vigie.executor.ledger;

import io.vigie.common.sql.Rows;
import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.Posting;
import io.vigie.engine.ledger.Position;
import io.vigie.engine.ledger.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the books: a statement for each table on a trip to the database, however much is booked. */
@Component
class BookWriter {

	private final JdbcTemplate jdbc;
	private final Rows<Page.Booked> transactions;
	private final Rows<Line> postings;
	private final Rows<Page.Entry> portfolios;
	private final Rows<Moved> positions;
	private final Rows<Map.Entry<UUID, Page.HeldCash>> holds;

	BookWriter(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		transactions = new Rows<Page.Booked>("ledger_transactions").column("id", "uuid", it -> TransactionIds.of(it.transaction().key()))
			.column("key", "text", it -> it.transaction().key())
			.column("kind", "text", it -> it.transaction().kind())
			.column("symbol", "text", it -> it.transaction().symbol())
			.column("order_id", "uuid", Page.Booked::orderId)
			.column("cause", "text", it -> it.transaction().cause())
			.column("occurred_at", "timestamptz", it -> it.transaction().at())
			.column("booked_at", "timestamptz", _ -> clock.instant());
		postings = new Rows<Line>("postings").column("transaction_id", "uuid", Line::transactionId)
			.column("line", "int2", Line::number)
			.column("bot", "text", it -> it.posting.account().bot())
			.column("account", "text", it -> it.posting.account().kind())
			.column("asset", "text", it -> it.posting.account().asset())
			.column("amount", "numeric", it -> it.posting.amount());
		portfolios = new Rows<Page.Entry>("portfolios").column("bot", "text", it -> it.portfolio().bot())
			.column("sequence", "int8", Page.Entry::sequence)
			.column("capital", "numeric", it -> it.portfolio().capital())
			.column("cash", "numeric", it -> it.portfolio().cash())
			.column("held", "numeric", Page.Entry::held)
			.column("fees", "numeric", it -> it.portfolio().fees())
			.column("income", "numeric", it -> it.portfolio().income())
			.column("as_of", "timestamptz", Page.Entry::asOf);
		positions = new Rows<Moved>("positions").column("bot", "text", Moved::bot)
			.column("symbol", "text", it -> it.position.symbol())
			.column("quantity", "numeric", it -> it.position.quantity())
			.column("cost", "numeric", it -> it.position.cost())
			.column("realised", "numeric", it -> it.position.realised())
			.column("changed_at", "timestamptz", Moved::at);
		holds = new Rows<Map.Entry<UUID, Page.HeldCash>>("holds").column("order_id", "uuid", Map.Entry::getKey)
			.column("bot", "text", it -> it.getValue().bot())
			.column("amount", "numeric", it -> it.getValue().hold().amount())
			.column("paid", "numeric", it -> it.getValue().hold().paid())
			.column("remaining", "numeric", it -> it.getValue().hold().remaining())
			.column("state", "text", it -> it.getValue().hold().state())
			.column("placed_at", "timestamptz", _ -> clock.instant())
			.column("changed_at", "timestamptz", _ -> clock.instant());
	}

	Trip trip() {
		return new Trip(jdbc);
	}

	/** The database wants to see all postings of a transaction together: they are in one statement. */
	void write(Trip trip, List<Page.Booked> booked, Collection<Page.Entry> entries, Collection<Moved> moved, Map<UUID, Page.HeldCash> held) {
		transactions.insert(trip, booked);
		postings.insert(trip, booked.stream().flatMap(it -> lines(it.transaction()).stream()).toList());
		portfolios.update(trip, entries);
		positions.insert(trip, moved, """
				on conflict (bot, symbol) do update set quantity = excluded.quantity, cost = excluded.cost, realised = excluded.realised,
					changed_at = excluded.changed_at""");
		holds.insert(trip, held.entrySet(), """
				on conflict (order_id) do update set paid = excluded.paid, remaining = excluded.remaining, state = excluded.state,
					changed_at = excluded.changed_at""");
	}

	private static List<Line> lines(Transaction transaction) {
		List<Line> lines = new ArrayList<>();
		for (Posting posting : transaction.postings()) {
			lines.add(new Line(TransactionIds.of(transaction.key()), lines.size() + 1, posting));
		}
		return lines;
	}

	record Moved(String bot, Position position, Instant at) {
	}

	private record Line(UUID transactionId, int number, Posting posting) {
	}
}
