package io.vigie.executor.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether and when the books of an account were opened; once opened, for ever. */
@Component
public class Openings {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Map<String, Opening> read = new ConcurrentHashMap<>();

	Openings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** @throws IllegalStateException where they are not open */
	public Opening of(String account) {
		return read.computeIfAbsent(account, it -> find(it).orElseThrow(() -> new IllegalStateException("The books are not open yet")));
	}

	public Optional<Opening> find(String account) {
		return jdbc.sql("select history_until, known_activity_ids from openings where account = ?").param(account)
			.query((row, _) -> new Opening(row.getTimestamp(1).toInstant(), Set.of((String[]) row.getArray(2).getArray()))).optional();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void record(String account, Instant historyUntil, Set<String> knownActivities) {
		jdbc.sql("insert into openings (account, opened_at, history_until, known_activity_ids) values (?, ?, ?, ?::text[])")
			.params(account, Timestamp.from(clock.instant()), Timestamp.from(historyUntil), knownActivities.toArray(String[]::new))
			.update();
	}
}
