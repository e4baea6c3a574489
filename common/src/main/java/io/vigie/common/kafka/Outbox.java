package io.vigie.common.kafka;

import io.vigie.common.message.Message;
import io.vigie.common.sql.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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

	/** Has these statements carried out on the trip that takes the messages, right before the commit: one trip less. */
	public void takeAlong(Consumer<Trip> statements) {
		pending().company.add(statements);
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

	private void write(List<Row> rows, List<Consumer<Trip>> company) {
		var trip = new Trip(jdbc);
		company.forEach(it -> it.accept(trip));
		if (!rows.isEmpty()) {
			write(rows, trip);
		}
		trip.go();
	}

	private static void write(List<Row> rows, Trip trip) {
		Trip.Many keys = Trip.Many.of("text", rows, Row::key);
		trip.tell("select pg_advisory_xact_lock(k) from (select distinct hashtextextended(u, 7) k from unnest(?) u order by 1) keys", keys)
			.tell("""
					insert into outbox (topic, key, message_id, payload)
					select topic, key, message_id, payload from unnest(?, ?, ?, ?) with ordinality row (topic, key, message_id, payload, number)
					order by number""", Trip.Many.of("text", rows, Row::topic), keys, Trip.Many.of("uuid", rows, Row::messageId),
					new Trip.Many("bytea", rows.stream().map(Row::payload).toArray(byte[][]::new)));
	}

	private record Row(String topic, String key, UUID messageId, byte[] payload) {
	}

	private final class Pending implements TransactionSynchronization {

		private final List<Row> rows = new ArrayList<>();
		private final List<Consumer<Trip>> company = new ArrayList<>();

		@Override
		public void beforeCommit(boolean readOnly) {
			write(rows, company);
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
