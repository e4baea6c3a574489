package io.vigie.risk.protection;

import io.vigie.common.message.Ids;
import io.vigie.common.sql.Plain;
import io.vigie.engine.risk.Lock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Locks {

	private final JdbcClient jdbc;

	Locks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The same cause makes the same lock; made again, it ends when the later one would. One that was lifted stays lifted.
	 *
	 * @return whether it is a new one
	 */
	boolean make(String bot, Lock lock, Instant at) {
		return jdbc.sql("""
				insert into locks (id, kind, bot, symbol, starts_at, ends_at, allowed, seen, reason, cause, made_at)
				values (:id, :kind, :bot, :symbol, :startsAt, :endsAt, :allowed, :seen, :reason, :cause, :madeAt)
				on conflict (id) do update set ends_at = greatest(locks.ends_at, excluded.ends_at),
					seen = greatest(locks.seen, excluded.seen),
					reason = case when excluded.ends_at > locks.ends_at then excluded.reason else locks.reason end
				returning xmax = 0""")
			.param("id", Ids.named("lock", lock.kind(), bot, String.valueOf(lock.symbol()), lock.cause()))
			.param("kind", lock.kind().name())
			.param("bot", bot)
			.param("symbol", lock.symbol(), Types.VARCHAR)
			.param("startsAt", Timestamp.from(lock.from()))
			.param("endsAt", Timestamp.from(lock.until()))
			.param("allowed", lock.limit())
			.param("seen", lock.seen())
			.param("reason", lock.reason())
			.param("cause", lock.cause())
			.param("madeAt", Timestamp.from(at))
			.query(Boolean.class)
			.single();
	}

	/** Newest first; a filter that is null lets everything pass. */
	List<StoredLock> find(@Nullable String bot, @Nullable Instant notBefore, int limit) {
		return jdbc.sql("""
				select * from locks where (cast(:bot as text) is null or bot = :bot)
					and (cast(:notBefore as timestamptz) is null or (ends_at > :notBefore and lifted_at is null))
				order by made_at desc, id limit :limit""")
			.param("bot", bot, Types.VARCHAR)
			.param("notBefore", notBefore == null ? null : Timestamp.from(notBefore), Types.TIMESTAMP)
			.param("limit", limit)
			.query(Locks::lock)
			.list();
	}

	Optional<StoredLock> withId(UUID id) {
		return jdbc.sql("select * from locks where id = :id").param("id", id).query(Locks::lock).optional();
	}

	/** Lifts it, and with it every other of the same kind on the same bot and symbol: they stand for the same objection. */
	List<StoredLock> lift(StoredLock lock, String by, String because, Instant at) {
		return jdbc.sql("""
				update locks set lifted_at = :at, lifted_by = :by, lifted_because = :because
				where kind = :kind and bot = :bot and symbol is not distinct from cast(:symbol as text) and lifted_at is null
				returning *""")
			.param("at", Timestamp.from(at))
			.param("by", by)
			.param("because", because)
			.param("kind", lock.kind().name())
			.param("bot", lock.bot())
			.param("symbol", lock.symbol(), Types.VARCHAR)
			.query(Locks::lock)
			.list();
	}

	private static StoredLock lock(ResultSet row, int number) throws SQLException {
		Lock.Kind kind = Lock.Kind.valueOf(row.getString("kind"));
		Timestamp lifted = row.getTimestamp("lifted_at");
		return new StoredLock(row.getObject("id", UUID.class), kind, kind.rule(), row.getString("bot"), row.getString("symbol"),
				row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), Plain.decimal(row, "allowed"),
				Plain.decimal(row, "seen"), row.getString("reason"), row.getTimestamp("made_at").toInstant(),
				lifted == null ? null : lifted.toInstant(), row.getString("lifted_by"), row.getString("lifted_because"));
	}
}
