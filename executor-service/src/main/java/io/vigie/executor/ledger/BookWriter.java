package io.vigie.executor.ledger;

import io.vigie.engine.ledger.Posting;
import io.vigie.engine.ledger.Position;
import io.vigie.engine.ledger.Transaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the books in batches: the number of statements does not depend on how much is booked. */
@Component
class BookWriter {

	private final JdbcTemplate jdbc;
	private final Clock clock;

	BookWriter(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void transactions(List<Page.Booked> booked) {
		if (booked.isEmpty()) {
			return;
		}
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.batchUpdate("""
				insert into ledger_transactions (id, key, kind, symbol, order_id, cause, occurred_at, booked_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""", booked, booked.size(), (row, it) -> {
			Transaction transaction = it.transaction();
			row.setObject(1, TransactionIds.of(transaction.key()));
			row.setString(2, transaction.key());
			row.setString(3, transaction.kind().name());
			row.setString(4, transaction.symbol());
			row.setObject(5, it.orderId());
			row.setString(6, transaction.cause());
			row.setTimestamp(7, Timestamp.from(transaction.at()));
			row.setTimestamp(8, now);
		});
		List<Line> lines = booked.stream().flatMap(it -> lines(it.transaction()).stream()).toList();
		postings(lines);
	}

	/** In one statement: the database wants to see all postings of a transaction together. */
	private void postings(List<Line> lines) {
		jdbc.update(connection -> {
			PreparedStatement all = connection.prepareStatement("""
					insert into postings (transaction_id, line, bot, account, asset, amount)
					select * from unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::numeric[])""");
			all.setArray(1, array(connection, "uuid", lines, it -> it.transactionId.toString()));
			all.setArray(2, array(connection, "int2", lines, it -> String.valueOf(it.number)));
			all.setArray(3, array(connection, "text", lines, it -> it.posting.account().bot()));
			all.setArray(4, array(connection, "text", lines, it -> it.posting.account().kind().name()));
			all.setArray(5, array(connection, "text", lines, it -> it.posting.account().asset()));
			all.setArray(6, array(connection, "numeric", lines, it -> it.posting.amount().toPlainString()));
			return all;
		});
	}

	private static Array array(Connection connection, String type, List<Line> lines, Function<Line, String> value) throws SQLException {
		return connection.createArrayOf(type, lines.stream().map(value).toArray(String[]::new));
	}

	void portfolios(Collection<Page.Entry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		jdbc.batchUpdate("""
				update portfolios set sequence = ?, capital = ?, cash = ?, held = ?, fees = ?, income = ?, as_of = ?
				where bot = ?""", entries, entries.size(), (row, entry) -> {
			row.setLong(1, entry.sequence());
			row.setBigDecimal(2, entry.portfolio().capital());
			row.setBigDecimal(3, entry.portfolio().cash());
			row.setBigDecimal(4, entry.held());
			row.setBigDecimal(5, entry.portfolio().fees());
			row.setBigDecimal(6, entry.portfolio().income());
			row.setTimestamp(7, Timestamp.from(entry.asOf()));
			row.setString(8, entry.portfolio().bot());
		});
	}

	void positions(Collection<Moved> moved) {
		if (moved.isEmpty()) {
			return;
		}
		jdbc.batchUpdate("""
				insert into positions (bot, symbol, quantity, cost, realised, changed_at) values (?, ?, ?, ?, ?, ?)
				on conflict (bot, symbol) do update set quantity = excluded.quantity, cost = excluded.cost,
					realised = excluded.realised, changed_at = excluded.changed_at""", moved, moved.size(), (row, it) -> {
			row.setString(1, it.bot);
			row.setString(2, it.position.symbol());
			row.setBigDecimal(3, it.position.quantity());
			row.setBigDecimal(4, it.position.cost());
			row.setBigDecimal(5, it.position.realised());
			row.setTimestamp(6, Timestamp.from(it.at));
		});
	}

	void holds(Map<UUID, Page.HeldCash> holds) {
		if (holds.isEmpty()) {
			return;
		}
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.batchUpdate("""
				insert into holds (order_id, bot, amount, paid, remaining, state, placed_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (order_id) do update set paid = excluded.paid, remaining = excluded.remaining, state = excluded.state,
					changed_at = excluded.changed_at""", holds.entrySet(), holds.size(), (row, it) -> {
			row.setObject(1, it.getKey());
			row.setString(2, it.getValue().bot());
			row.setBigDecimal(3, it.getValue().hold().amount());
			row.setBigDecimal(4, it.getValue().hold().paid());
			row.setBigDecimal(5, it.getValue().hold().remaining());
			row.setString(6, it.getValue().hold().state().name());
			row.setTimestamp(7, now);
			row.setTimestamp(8, now);
		});
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
