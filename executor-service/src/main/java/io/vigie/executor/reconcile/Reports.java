package io.vigie.executor.reconcile;

import io.vigie.common.sql.Plain;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What every reconciliation found, kept. */
@Component
class Reports {

	private final JdbcClient jdbc;
	private final JsonMapper json;

	Reports(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** @param historyUntil how far the account's history is known to be booked; none where that is not sure */
	void keep(Report report, @Nullable Instant historyUntil) {
		jdbc.sql("""
				insert into reconciliations (id, reason, drifts, booked, summary, facts, findings, settled, unexplained, history_until, finished_at)
				values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""")
			.param(report.id()).param(report.reason()).param(report.drifts().size()).param(report.booked()).param(report.summary())
			.param(json.writeValueAsString(report.facts())).param(json.writeValueAsString(report.findings())).param(report.settled())
			.param(report.unexplained()).param(historyUntil == null ? null : Timestamp.from(historyUntil))
			.param(Timestamp.from(report.finishedAt()))
			.update();
	}

	/** Fills that were booked since then: by asking the venue, where no event can have told of them. */
	List<Finding> fillsSince(Instant began) {
		return jdbc.sql("""
				select t.symbol, t.quantity, t.price, t.cumulative_quantity, o.venue_order_id, o.role
				from trades t join orders o on o.id = t.order_id where t.booked_at >= ? order by t.traded_at""").param(Timestamp.from(began))
			.query((row, _) -> new Finding(row.getString("role").equals("FOREIGN") ? DriftClass.FOREIGN_ORDER : DriftClass.MISSING_FILL,
					row.getString("symbol"), Plain.decimal(row, "quantity"), "filled while the executor was down: "
							+ Plain.decimal(row, "quantity").toPlainString() + " at " + Plain.decimal(row, "price").toPlainString(),
					"fill of " + row.getString("venue_order_id") + " up to " + Plain.decimal(row, "cumulative_quantity").toPlainString()))
			.list();
	}

	/** Market time up to which all of the account's history was booked once. */
	Optional<Instant> bookedUntil() {
		return jdbc.sql("select max(history_until) from reconciliations").query((row, _) -> Optional.ofNullable(row.getTimestamp(1))).single()
			.map(Timestamp::toInstant);
	}

	/** Newest first. */
	List<Kept> latest(int limit) {
		return jdbc.sql("select * from reconciliations order by finished_at desc limit ?").param(limit).query((row, _) -> kept(row)).list();
	}

	private Kept kept(ResultSet row) throws SQLException {
		return new Kept(row.getObject("id", UUID.class), row.getString("reason"), row.getTimestamp("finished_at").toInstant(),
				row.getInt("drifts"), row.getInt("booked"), row.getBoolean("settled"),
				Plain.decimal(row, "unexplained"), row.getString("summary"),
				json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {
				}), json.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {
				}));
	}

	/** A report as it is shown later. */
	record Kept(UUID id, String reason, Instant finishedAt, int drifts, int booked, boolean settled, BigDecimal unexplained,
			String summary, List<Finding> findings, Map<String, String> facts) {
	}
}
