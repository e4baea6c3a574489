package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import io.vigie.common.sql.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is said together with what is done: both are committed, or neither. Rows are written once, just before the commit,
 * behind a lock per key, so that the order of rows is the order of commits for every key; the relay publishes them after it.
 */
public final class Outbox {

	private final JdbcTemplate jdbc;
	private final Contracts contracts;
	private final OutboxRelay relay;

	Outbox(JdbcTemplate jdbc, Contracts contracts, OutboxRelay relay) {
		this.jdbc = jdbc;
		this.contracts = contracts;
		this.relay = relay;
	}

	/** @throws IllegalStateException outside a transaction */
	public void append(String topic, String key, Message<?> message) {
		pending().rows.add(new Row(topic, key, message.id(), contracts.write(message)));
	}

	private Pending pending() {
		Object bound = TransactionSynchronizationManager.getResource(this);
		if (bound instanceof Pending pending) {
			return pending;
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("What goes into the outbox must be part of a transaction");
		}
		Pending pending = new Pending();
		TransactionSynchronizationManager.bindResource(this, pending);
		TransactionSynchronizationManager.registerSynchronization(pending);
		return pending;
	}

	private void write(List<Row> rows) {
		Trip.Many keys = all("text", rows, Row::key);
		new Trip(jdbc)
			.tell("select pg_advisory_xact_lock(k) from (select distinct hashtextextended(u, 7) k from unnest(?) u order by 1) keys", keys)
			.tell("""
					insert into outbox (topic, key, message_id, payload)
					select topic, key, message_id, payload from unnest(?, ?, ?, ?) with ordinality row (topic, key, message_id, payload, number)
					order by number""", all("text", rows, Row::topic), keys, all("uuid", rows, Row::messageId),
					new Trip.Many("bytea", rows.stream().map(Row::payload).toArray(byte[][]::new)))
			.go();
	}

	private static Trip.Many all(String type, List<Row> rows, Function<Row, Object> value) {
		return new Trip.Many(type, rows.stream().map(value).toArray());
	}

	private record Row(String topic, String key, UUID messageId, byte[] payload) {
	}

	private final class Pending implements TransactionSynchronization {

		private final List<Row> rows = new ArrayList<>();

		@Override
		public void beforeCommit(boolean readOnly) {
			write(rows);
		}

		@Override
		public void afterCommit() {
			relay.wake();
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
		}
	}
}
