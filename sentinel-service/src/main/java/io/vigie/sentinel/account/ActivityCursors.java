package io.vigie.sentinel.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far an account's history was told, across restarts. */
@Repository
class ActivityCursors {

	/** @param activityId empty before the first entry @param seenAt market time */
	record Cursor(String activityId, Instant seenAt) {
	}

	private final JdbcTemplate jdbc;

	ActivityCursors(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Cursor> find(String account) {
		return jdbc.query("select activity_id, seen_at from activity_cursors where account = ?",
				(row, _) -> new Cursor(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()), account)
						.stream().findFirst();
	}

	void save(String account, Cursor cursor) {
		jdbc.update("""
				insert into activity_cursors (account, activity_id, seen_at) values (?, ?, ?)
				on conflict (account) do update set activity_id = excluded.activity_id, seen_at = excluded.seen_at""",
				account, cursor.activityId(), cursor.seenAt().atOffset(ZoneOffset.UTC));
	}
}
