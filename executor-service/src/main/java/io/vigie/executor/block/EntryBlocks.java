package io.vigie.executor.block;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.sql.Trip;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether new entries are taken. Every cause blocks by itself and is lifted by itself; what is stored outlives a restart.
 */
@Component
public class EntryBlocks implements InitializingBean {

	public static final String EMERGENCY = "emergency stop";

	private static final String LOCK = "hashtextextended(current_schema() || '.entry_blocks', 13)";

	private static final String WHY = "select string_agg(cause || ': ' || reason, '; ' order by cause) from entry_blocks";

	private final JdbcClient jdbc;
	private final Clock clock;
	private volatile @Nullable String current;

	EntryBlocks(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
		this.jdbc = jdbc;
		this.clock = clock;
		Gauge.builder("executor.entries.blocked", this, it -> it.current == null ? 0 : 1)
			.description("1 while no new entries are taken").register(metrics);
	}

	/**
	 * Why entries are blocked, asked in the transaction that would intend some: whoever blocks them waits for its commit, and
	 * after that nobody intends any more. Known once the trip is over.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Supplier<Optional<String>> whileIntending(Trip trip) {
		String[] blocked = new String[1];
		trip.tell("select pg_advisory_xact_lock_shared(" + LOCK + ")").ask(WHY, row -> blocked[0] = row.getString(1));
		return () -> Optional.ofNullable(blocked[0]);
	}

	/** As known now, without asking the database; at most a second old where another instance has blocked. */
	public Optional<String> now() {
		return Optional.ofNullable(current);
	}

	/** Returns when no transaction that saw no block can still intend an entry. */
	@Transactional
	public void block(String cause, String reason) {
		lock("pg_advisory_xact_lock");
		jdbc.sql("insert into entry_blocks (cause, reason, blocked_at) values (?, ?, ?) on conflict do nothing")
			.params(cause, reason, Timestamp.from(clock.instant())).update();
		refreshAfterCommit();
	}

	@Transactional
	public void lift(String cause) {
		lock("pg_advisory_xact_lock");
		jdbc.sql("delete from entry_blocks where cause = ?").param(cause).update();
		refreshAfterCommit();
	}

	/** Known before anything is settled or sent. */
	@Override
	public void afterPropertiesSet() {
		refresh();
	}

	@Scheduled(fixedDelayString = "PT1S")
	void refresh() {
		try {
			synchronized (this) {
				current = read().orElse(null);
			}
		}
		catch (DataAccessException _) {
			// Without the database nothing is intended; what was known last stands.
		}
	}

	private Optional<String> read() {
		return jdbc.sql(WHY)
			.query((row, _) -> Optional.ofNullable(row.getString(1))).single();
	}

	private void lock(String function) {
		jdbc.sql("select " + function + "(" + LOCK + ")").query((_, _) -> true).single();
	}

	private void refreshAfterCommit() {
		String next = read().orElse(null);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				synchronized (EntryBlocks.this) {
					current = next;
				}
			}
		});
	}
}
