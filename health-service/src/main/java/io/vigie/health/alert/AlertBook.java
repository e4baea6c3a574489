package io.vigie.health.alert;

import io.vigie.common.message.AlertRaised.Severity;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The alerts in the database. The same alert again updates its row; at most one per component is open. */
@Repository
class AlertBook {

	private final JdbcClient jdbc;

	AlertBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional
	public void write(Alert alert, Instant now) {
		jdbc.sql("update alerts set resolved_at = ?, resolution = 'followed by another' where component = ? and id <> ? and resolved_at is null")
			.params(Timestamp.from(now), alert.component(), alert.id())
			.update();
		jdbc.sql("""
				insert into alerts (id, component, severity, summary, detail, source, since_at, resolved_at, resolution)
				values (:id, :component, :severity, :summary, :detail, :source, :since, :resolved::timestamptz, :resolution)
				on conflict (id) do update set severity = excluded.severity, summary = excluded.summary, detail = excluded.detail,
				resolved_at = excluded.resolved_at, resolution = excluded.resolution""")
			.param("id", alert.id())
			.param("component", alert.component())
			.param("severity", alert.severity().name())
			.param("summary", alert.summary())
			.param("detail", alert.detail())
			.param("source", alert.source())
			.param("since", Timestamp.from(alert.since()))
			.param("resolved", alert.resolvedAt() == null ? null : Timestamp.from(alert.resolvedAt()))
			.param("resolution", alert.resolution())
			.update();
	}

	List<Alert> open() {
		return find("where resolved_at is null order by since_at desc", 1000);
	}

	List<Alert> last(int limit) {
		return find("order by since_at desc, id", limit);
	}

	@Transactional
	public void forget(Instant before) {
		jdbc.sql("delete from alerts where resolved_at < ?").param(Timestamp.from(before)).update();
	}

	private List<Alert> find(String condition, int limit) {
		return jdbc.sql("select * from alerts " + condition + " limit ?")
			.param(limit)
			.query((row, _) -> new Alert(row.getObject("id", UUID.class), row.getString("component"),
					Severity.valueOf(row.getString("severity")), row.getString("summary"), row.getString("detail"), row.getString("source"),
					row.getTimestamp("since_at").toInstant(),
					row.getTimestamp("resolved_at") == null ? null : row.getTimestamp("resolved_at").toInstant(),
					row.getString("resolution")))
			.list();
	}
}
