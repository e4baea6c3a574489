package io.vigie.sentinel.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far each symbol's prints were certainly told, across restarts. */
@Repository
class Cursors {

	private final JdbcTemplate jdbc;
	private final Clock clock;

	Cursors(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Map<String, Position> all() {
		Map<String, Position> positions = new HashMap<>();
		jdbc.query("select symbol, printed_at, sequence from tick_cursors", row -> {
			positions.put(row.getString(1), new Position(row.getObject(2, OffsetDateTime.class).toInstant(),
					row.getLong(3)));
		});
		return positions;
	}

	/** Wall time of the last save. */
	Optional<Instant> savedAt() {
		return Optional.ofNullable(jdbc.queryForObject("select max(saved_at) from tick_cursors", OffsetDateTime.class))
				.map(OffsetDateTime::toInstant);
	}

	void save(Map<String, Position> positions) {
		jdbc.batchUpdate("""
				insert into tick_cursors (symbol, sequence, printed_at, saved_at) values (?, ?, ?, ?)
				on conflict (symbol) do update set sequence = excluded.sequence, printed_at = excluded.printed_at,
					saved_at = excluded.saved_at""",
				positions.entrySet(), positions.size(), (statement, entry) -> {
					statement.setString(1, entry.getKey());
					statement.setLong(2, entry.getValue().sequence());
					statement.setObject(3, entry.getValue().at().atOffset(ZoneOffset.UTC));
					statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
				});
	}
}
