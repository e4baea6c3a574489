package io.vigie.executor.stop;

import io.vigie.common.message.Ids;
import io.vigie.executor.block.EntryBlocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored emergency stops; at most one is in force. */
@Component
class Stops {

	private final JdbcClient jdbc;
	private final EntryBlocks blocks;
	private final Clock clock;

	Stops(JdbcClient jdbc, EntryBlocks blocks, Clock clock) {
		this.jdbc = jdbc;
		this.blocks = blocks;
		this.clock = clock;
	}

	/** Blocks entries and is stored, in one commit, before anything else happens; the one in force where there is one. */
	@Transactional
	Stop call(String reason) {
		blocks.block(EntryBlocks.EMERGENCY, reason);
		return inForce().orElseGet(() -> {
			jdbc.sql("insert into emergency_stops (id, reason, called_at) values (?, ?, ?)")
				.params(Ids.next(clock.instant()), reason, Timestamp.from(clock.instant())).update();
			return inForce().orElseThrow();
		});
	}

	@Transactional
	void resume(Stop stop, String reason) {
		jdbc.sql("update emergency_stops set resumed_at = ?, resume_reason = ? where id = ? and resumed_at is null")
			.params(Timestamp.from(clock.instant()), reason, stop.id()).update();
		blocks.lift(EntryBlocks.EMERGENCY);
	}

	Optional<Stop> inForce() {
		return jdbc.sql("select * from emergency_stops where resumed_at is null").query((row, _) -> stop(row)).optional();
	}

	Optional<Stop> last() {
		return jdbc.sql("select * from emergency_stops order by called_at desc limit 1").query((row, _) -> stop(row)).optional();
	}

	void cancelled(Stop stop) {
		jdbc.sql("update emergency_stops set cancelled_at = ? where id = ?").params(Timestamp.from(clock.instant()), stop.id()).update();
	}

	void flat(Stop stop) {
		jdbc.sql("update emergency_stops set flat_at = ?, problem = null where id = ?").params(Timestamp.from(clock.instant()), stop.id()).update();
	}

	void notFlat(Stop stop) {
		jdbc.sql("update emergency_stops set flat_at = null where id = ?").param(stop.id()).update();
	}

	void problem(Stop stop, @Nullable String problem) {
		jdbc.sql("update emergency_stops set problem = :problem where id = :id and problem is distinct from :problem::text")
			.param("problem", problem).param("id", stop.id()).update();
	}

	private static Stop stop(ResultSet row) throws SQLException {
		return new Stop(row.getObject("id", UUID.class), row.getString("reason"), row.getTimestamp("called_at").toInstant(), at(row, "cancelled_at"),
				at(row, "flat_at"), at(row, "resumed_at"), row.getString("resume_reason"), row.getString("problem"));
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}
