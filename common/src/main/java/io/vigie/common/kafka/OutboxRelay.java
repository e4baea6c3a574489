package io.vigie.common.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.sql.Trip;
import io.vigie.common.work.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the outbox in order, one instance at a time, and deletes a row only after the broker has acknowledged it. A crash
 * in between publishes it again under the same id, which readers absorb. Of one key nothing leaves before what was said before it
 * is acknowledged: a message that the broker did not take would otherwise be overtaken by the next, and said again after it.
 */
final class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
	private static final int BATCH = 500;
	private static final int ANOTHER = -1;
	/** Whoever appends calls; this is for what an instance left behind that is no more. */
	private static final Duration IDLE = Duration.ofSeconds(1);
	/** Another instance publishes; it may have looked before our rows were there. */
	private static final Duration NOT_MINE = Duration.ofMillis(50);
	private static final Duration TROUBLED = Duration.ofSeconds(1);
	private static final Duration LAST_WORDS = Duration.ofSeconds(10);

	private final JdbcTemplate jdbc;
	private final TransactionTemplate transactions;
	private final Publisher publisher;
	private final Counter published;
	private final Worker worker = new Worker("outbox-relay", LAST_WORDS);

	OutboxRelay(JdbcTemplate jdbc, TransactionTemplate transactions, Publisher publisher, MeterRegistry metrics) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.publisher = publisher;
		this.published = metrics.counter("outbox.published");
	}

	void wake() {
		worker.call();
	}

	@Override
	public void start() {
		worker.start(this::run);
	}

	/** Says what is still to be said before it stops, as long as the broker listens. */
	@Override
	public void stop() {
		worker.stop();
	}

	@Override
	public boolean isRunning() {
		return worker.goesOn();
	}

	/** Starts before and stops after the listeners, which fill the outbox. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 10_000;
	}

	private void run() {
		Duration rest = IDLE;
		while (worker.goesOn()) {
			try {
				worker.rest(rest);
				rest = publishAll() ? IDLE : NOT_MINE;
			}
			catch (RuntimeException e) {
				log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Outbox can't be published now, trying again");
				worker.pause(TROUBLED);
			}
		}
		try {
			publishAll();
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Outbox keeps messages for the next start");
		}
	}

	/** Returns false where another instance is at it. */
	boolean publishAll() {
		while (true) {
			int published = Objects.requireNonNull(transactions.execute(_ -> publishSome()));
			if (published < BATCH) {
				return published >= 0;
			}
		}
	}

	/** Returns how many, or {@link #ANOTHER} where another instance is at it. The lock comes first: what is seen is seen under it. */
	private int publishSome() {
		boolean[] mine = new boolean[1];
		List<Long> numbers = new ArrayList<>();
		List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
		new Trip(jdbc)
			// What is deleted here may come back after a crash of the database: then it is said again, as after any other crash.
			.tell("set local synchronous_commit = off")
			.ask("select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 11))", row -> mine[0] = row.getBoolean(1))
			.ask("select seq, topic, key, payload from outbox order by seq limit " + BATCH, row -> {
				numbers.add(row.getLong(1));
				messages.add(new ProducerRecord<>(row.getString(2), row.getString(3), row.getBytes(4)));
			})
			.go();
		if (!mine[0]) {
			return ANOTHER;
		}
		if (numbers.isEmpty()) {
			return 0;
		}
		Map<String, CompletableFuture<?>> last = new HashMap<>();
		messages.forEach(message -> last.compute(message.topic() + " " + message.key(),
				(_, before) -> before == null ? publisher.send(message) : before.thenCompose(_ -> publisher.send(message))));
		Publisher.await(List.copyOf(last.values()));
		jdbc.update("delete from outbox where seq = any (?)",
				statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", numbers.toArray())));
		published.increment(numbers.size());
		return numbers.size();
	}
}
