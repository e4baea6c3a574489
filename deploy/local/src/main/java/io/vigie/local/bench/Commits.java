package io.vigie.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The least that a service does to lose and double nothing: whom it heard and what it says of it are committed before it says it, and
 * what was said is deleted along with the next. One trip to the database and a commit. For one thread.
 */
final class Commits implements Echo.Step {

	private final Connection connection;

	private final PreparedStatement statement;

	private long number;

	private Commits(Connection connection) throws SQLException {
		this.connection = connection;
		connection.setAutoCommit(false);
		statement = connection.prepareStatement("""
				delete from bench_outbox where hop = ? and seq = ?;
				insert into bench_inbox (hop, message_id) values (?, ?) on conflict do nothing;
				insert into bench_outbox (hop, seq, payload) values (?, ?, ?)""");
	}

	/** In a schema of the platform under test, which is gone after it. */
	static Commits of(String url, String password) {
		try {
			Connection connection = DriverManager.getConnection(url, "executor", password);
			try (Statement tables = connection.createStatement()) {
				tables.execute("create table if not exists bench_inbox (hop int, message_id uuid, seen_at timestamptz not null default now(),"
						+ " primary key (hop, message_id))");
				tables.execute("create table if not exists bench_outbox (hop int, seq bigint, payload bytea not null, primary key (hop, seq))");
			}
			return new Commits(connection);
		}
		catch (SQLException e) {
			throw new IllegalStateException("The database of the platform does not take the echo's tables", e);
		}
	}

	@Override
	public void take(int hop, byte[] message) throws SQLException {
		statement.setInt(1, hop);
		statement.setLong(2, number);
		statement.setInt(3, hop);
		statement.setObject(4, UUID.randomUUID());
		statement.setInt(5, hop);
		statement.setLong(6, ++number);
		statement.setBytes(7, message);
		statement.execute();
		connection.commit();
	}

	@Override
	public void close() throws SQLException {
		connection.close();
	}
}
