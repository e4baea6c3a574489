package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.Driver;

/**
 * What the executor has on record, read by the role that may only read. A connection for each question: the database is killed
 * now and then.
 */
final class Books {

	private final String url;

	private final String password;

	Books(int port, String password) {
		this.url = "jdbc:postgresql://127.0.0.1:%d/vigie".formatted(port);
		this.password = password;
	}

	/** One row of a question's answer. */
	private interface Row<T> {

		T of(ResultSet row) throws SQLException;
	}

	/**
	 * @param venueId empty where the venue has said none
	 * @param proposal empty where nobody proposed it
	 * @param intended wall-clock time
	 */
	record Order(String id, String clientId, String venueId, String proposal, String symbol, String role, String state, BigDecimal quantity,
			Instant intended) {
	}

	/** @param when it was booked, wall-clock time */
	record Fill(String venueId, BigDecimal quantity, Instant when) {
	}

	/**
	 * @param adjusted what reconciliation booked without an explanation, in cash, added up without signs
	 * @param unbalanced sums per asset that are not zero
	 * @param approved entries that risk approved, by proposal, with when
	 */
	record Page(BigDecimal cash, Map<String, BigDecimal> positions, List<Order> orders, List<Fill> fills, BigDecimal adjusted,
			List<String> unbalanced, Map<String, Instant> approved) {
	}

	/** How many orders nobody knows the outcome of, and how many ever were in that state, or refused. */
	record Doubt(int open, int everUnknown, int everRefused) {
	}

	Doubt doubt() throws SQLException {
		return ask("""
				select (select count(*) from orders where state = 'UNKNOWN' or state in ('SENT', 'INTENDED') and changed_at < now() - interval '2 s'),
					(select count(*) from order_states where state = 'UNKNOWN'), (select count(*) from order_states where state = 'REJECTED')""",
				row -> new Doubt(row.getInt(1), row.getInt(2), row.getInt(3))).getFirst();
	}

	Page read() throws SQLException {
		Map<String, BigDecimal> positions = new TreeMap<>();
		ask("select replace(symbol, '/', ''), sum(quantity) from positions group by 1 having sum(quantity) <> 0",
				row -> positions.put(row.getString(1), row.getBigDecimal(2)));
		Map<String, Instant> approved = new HashMap<>();
		ask("select proposal_id::text, max(decided_at) from risk.verdicts where approved and action = 'BUY' group by 1",
				row -> approved.put(row.getString(1), row.getTimestamp(2).toInstant()));
		return new Page(ask("select coalesce(sum(cash), 0) from portfolios", row -> row.getBigDecimal(1)).getFirst(), positions,
				ask("""
						select id::text, client_order_id, coalesce(venue_order_id, ''), coalesce(proposal_id::text, ''), replace(symbol, '/', ''),
							role, state, quantity, intended_at from orders""", Books::order),
				ask("select coalesce(o.venue_order_id, ''), t.quantity, t.booked_at from trades t join orders o on o.id = t.order_id",
						row -> new Fill(row.getString(1), row.getBigDecimal(2), row.getTimestamp(3).toInstant())),
				ask("""
						select coalesce(sum(abs(p.amount)), 0) from ledger_transactions t join postings p on p.transaction_id = t.id
						where t.kind = 'ADJUSTMENT' and p.account = 'CASH'""", row -> row.getBigDecimal(1)).getFirst(),
				ask("select asset || ' ' || sum(amount) from postings group by asset having sum(amount) <> 0", row -> row.getString(1)), approved);
	}

	private static Order order(ResultSet row) throws SQLException {
		Timestamp intended = row.getTimestamp(9);
		return new Order(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
				row.getString(7), row.getBigDecimal(8), intended.toInstant());
	}

	private <T> List<T> ask(String sql, Row<T> reader) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", "reader");
		properties.setProperty("password", password);
		properties.setProperty("connectTimeout", "2");
		properties.setProperty("socketTimeout", "10");
		try (Connection connection = new Driver().connect(url, properties); Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery(sql)) {
			List<T> rows = new ArrayList<>();
			while (found.next()) {
				rows.add(reader.of(found));
			}
			return rows;
		}
	}

	static boolean isFinal(String state) {
		return Set.of("FILLED", "CANCELED", "EXPIRED", "REJECTED").contains(state);
	}
}
