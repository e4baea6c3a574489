package io.vigie.executor.ledger;

import io.vigie.common.sql.Trip;
import io.vigie.engine.ledger.Posting;
import io.vigie.engine.ledger.Position;
import io.vigie.engine.ledger.Transaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the books in one trip to the database, however much is booked: others wait for these rows meanwhile. */
@Component
class BookWriter {

	private final JdbcTemplate jdbc;
	private final Clock clock;

	BookWriter(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void write(List<Page.Booked> booked, Collection<Page.Entry> portfolios, Collection<Moved> positions, Map<UUID, Page.HeldCash> holds) {
		var trip = new Trip(jdbc);
		if (!booked.isEmpty()) {
			transactions(trip, booked);
			postings(trip, booked.stream().flatMap(it -> lines(it.transaction()).stream()).toList());
		}
		if (!portfolios.isEmpty()) {
			portfolios(trip, portfolios);
		}
		if (!positions.isEmpty()) {
			positions(trip, positions);
		}
		if (!holds.isEmpty()) {
			holds(trip, holds.entrySet());
		}
		trip.go();
	}

	private void transactions(Trip trip, List<Page.Booked> booked) {
		trip.tell("""
				insert into ledger_transactions (id, key, kind, symbol, order_id, cause, occurred_at, booked_at)
				select id, key, kind, symbol, order_id, cause, occurred_at, ?::timestamptz
				from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality row (id, key, kind, symbol, order_id, cause, occurred_at, number) order by number""",
				clock.instant().toString(), all("uuid", booked, it -> TransactionIds.of(it.transaction().key())),
				all("text", booked, it -> it.transaction().key()), all("text", booked, it -> it.transaction().kind().name()),
				all("text", booked, it -> it.transaction().symbol()), all("uuid", booked, Page.Booked::orderId),
				all("text", booked, it -> it.transaction().cause()), all("timestamptz", booked, it -> it.transaction().at().toString()));
	}

	/** In one statement: the database wants to see all postings of a transaction together. */
	private static void postings(Trip trip, List<Line> lines) {
		trip.tell("""
				insert into postings (transaction_id, line, bot, account, asset, amount) select * from unnest(?, ?, ?, ?, ?, ?)""",
				all("uuid", lines, Line::transactionId), all("int2", lines, it -> String.valueOf(it.number)),
				all("text", lines, it -> it.posting.account().bot()), all("text", lines, it -> it.posting.account().kind().name()),
				all("text", lines, it -> it.posting.account().asset()), amounts(lines, it -> it.posting.amount()));
	}

	private static void portfolios(Trip trip, Collection<Page.Entry> entries) {
		trip.tell("""
				update portfolios p set sequence = row.sequence, capital = row.capital, cash = row.cash, held = row.held, fees = row.fees,
					income = row.income, as_of = row.as_of
				from unnest(?, ?, ?, ?, ?, ?, ?, ?) row (bot, sequence, capital, cash, held, fees, income, as_of) where p.bot = row.bot""",
				all("text", entries, it -> it.portfolio().bot()), all("int8", entries, it -> String.valueOf(it.sequence())),
				amounts(entries, it -> it.portfolio().capital()), amounts(entries, it -> it.portfolio().cash()), amounts(entries, Page.Entry::held),
				amounts(entries, it -> it.portfolio().fees()), amounts(entries, it -> it.portfolio().income()),
				all("timestamptz", entries, it -> it.asOf().toString()));
	}

	private static void positions(Trip trip, Collection<Moved> moved) {
		trip.tell("""
				insert into positions (bot, symbol, quantity, cost, realised, changed_at) select * from unnest(?, ?, ?, ?, ?, ?)
				on conflict (bot, symbol) do update set quantity = excluded.quantity, cost = excluded.cost,
					realised = excluded.realised, changed_at = excluded.changed_at""",
				all("text", moved, Moved::bot), all("text", moved, it -> it.position.symbol()), amounts(moved, it -> it.position.quantity()),
				amounts(moved, it -> it.position.cost()), amounts(moved, it -> it.position.realised()),
				all("timestamptz", moved, it -> it.at.toString()));
	}

	private void holds(Trip trip, Collection<Map.Entry<UUID, Page.HeldCash>> holds) {
		String now = clock.instant().toString();
		trip.tell("""
				insert into holds (order_id, bot, amount, paid, remaining, state, placed_at, changed_at)
				select order_id, bot, amount, paid, remaining, state, ?::timestamptz, ?::timestamptz
				from unnest(?, ?, ?, ?, ?, ?) row (order_id, bot, amount, paid, remaining, state)
				on conflict (order_id) do update set paid = excluded.paid, remaining = excluded.remaining, state = excluded.state,
					changed_at = excluded.changed_at""",
				now, now, all("uuid", holds, Map.Entry::getKey), all("text", holds, it -> it.getValue().bot()),
				amounts(holds, it -> it.getValue().hold().amount()), amounts(holds, it -> it.getValue().hold().paid()),
				amounts(holds, it -> it.getValue().hold().remaining()), all("text", holds, it -> it.getValue().hold().state().name()));
	}

	private static <T> Trip.Many all(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
		return new Trip.Many(type, rows.stream().map(value).toArray());
	}

	private static <T> Trip.Many amounts(Collection<T> rows, Function<T, BigDecimal> value) {
		return all("numeric", rows, it -> value.apply(it).toPlainString());
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
