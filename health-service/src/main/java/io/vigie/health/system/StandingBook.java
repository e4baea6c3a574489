package io.vigie.health.system;

import io.vigie.health.probe.State;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The history of states. Writing the same change again changes nothing. */
@Repository
class StandingBook {

	private final JdbcClient jdbc;

	StandingBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Standing> present() {
		return jdbc.sql("select component, state, since_at, why, incident_at from component_states where until_at is null")
			.query((row, _) -> new Standing(row.getString("component"), State.valueOf(row.getString("state")),
					row.getTimestamp("since_at").toInstant(), row.getString("why"),
					row.getTimestamp("incident_at") == null ? null : row.getTimestamp("incident_at").toInstant()))
			.list();
	}

	@Transactional
	public void write(Standing standing) {
		jdbc.sql("update component_states set until_at = ? where component = ? and until_at is null and since_at < ?")
			.params(Timestamp.from(standing.since()), standing.component(), Timestamp.from(standing.since()))
			.update();
		jdbc.sql("""
				insert into component_states (component, since_at, state, why, incident_at)
				values (:component, :since, :state, :why, :incident::timestamptz) on conflict do nothing""")
			.param("component", standing.component())
			.param("since", Timestamp.from(standing.since()))
			.param("state", standing.state().name())
			.param("why", standing.why())
			.param("incident", standing.incident() == null ? null : Timestamp.from(standing.incident()))
			.update();
	}

	@Transactional
	public void forget(Instant before) {
		jdbc.sql("delete from component_states where until_at < ?").param(Timestamp.from(before)).update();
	}
}
