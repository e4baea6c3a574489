package io.vigie.sentinel.feed;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far each symbol's prints were certainly told, across restarts. */
@Repository
class Cursors {

	private final JdbcTemplate jdbc;

	Cursors(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Position> find(String symbol) {
		return jdbc.query("select printed_at, sequence from tick_cursors where symbol = ?",
				(row, _) -> new Position(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)), symbol).stream().findFirst();
	}

	void save(Map<String, Position> positions) {
		jdbc.batchUpdate("""
				insert into tick_cursors (symbol, sequence, printed_at) values (?, ?, ?)
				on conflict (symbol) do update set sequence = excluded.sequence, printed_at = excluded.printed_at""",
				positions.entrySet(), positions.size(), (statement, entry) -> {
					statement.setString(1, entry.getKey());
					statement.setLong(2, entry.getValue().sequence());
					statement.setObject(3, entry.getValue().at().atOffset(ZoneOffset.UTC));
				});
	}
}
