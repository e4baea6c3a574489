package io.vigie.risk.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Breakers {

	private final JdbcClient jdbc;

	Breakers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Breaker> all() {
		return jdbc.sql("select * from breakers order by link").query(Breakers::breaker).list();
	}

	/** Theirs alone to change until the transaction ends; in the order of names, as with every lock. */
	Map<String, Breaker> lock(Collection<String> links) {
		return jdbc.sql("select * from breakers where link in (:links) order by link for update").param("links", links)
			.query(Breakers::breaker)
			.list()
			.stream()
			.collect(Collectors.toMap(Breaker::link, Function.identity()));
	}

	void save(Breaker breaker) {
		jdbc.sql("""
				insert into breakers (link, failures, reason, tripped_at, good_since)
				values (:link, :failures, :reason, :trippedAt, :goodSince)
				on conflict (link) do update set failures = excluded.failures, reason = excluded.reason,
					tripped_at = excluded.tripped_at, good_since = excluded.good_since""")
			.param("link", breaker.link())
			.param("failures", breaker.failures())
			.param("reason", breaker.reason())
			.param("trippedAt", timestamp(breaker.trippedAt()), java.sql.Types.TIMESTAMP)
			.param("goodSince", timestamp(breaker.goodSince()), java.sql.Types.TIMESTAMP)
			.update();
	}

	private static Breaker breaker(ResultSet row, int number) throws SQLException {
		return new Breaker(row.getString("link"), row.getInt("failures"), row.getString("reason"), instant(row, "tripped_at"),
				instant(row, "good_since"));
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant at) {
		return at == null ? null : Timestamp.from(at);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}
