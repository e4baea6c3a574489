package io.vigie.health.heal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of healing. Writing the same again changes nothing. */
@Repository
class HealBook {

	private final JdbcClient jdbc;

	HealBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void write(Heal heal) {
		jdbc.sql("""
				insert into heals (id, component, trigger, result, why, before, after, started_at, finished_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(heal.id(), heal.component(), heal.trigger().name(), heal.result().name(), heal.why(), heal.before(), heal.after(),
					Timestamp.from(heal.startedAt()), Timestamp.from(heal.finishedAt()))
			.update();
	}

	List<Heal> since(Instant from) {
		return find("where started_at > ?", Timestamp.from(from));
	}

	List<Heal> last(int limit) {
		return find("where ? > 0", limit).stream().limit(limit).toList();
	}

	private List<Heal> find(String condition, Object parameter) {
		return jdbc.sql("select * from heals " + condition + " order by started_at desc limit 1000")
			.param(parameter)
			.query((row, _) -> new Heal(row.getObject("id", UUID.class), row.getString("component"),
					Trigger.valueOf(row.getString("trigger")), Result.valueOf(row.getString("result")), row.getString("why"),
					row.getString("before"), row.getString("after"), row.getTimestamp("started_at").toInstant(),
					row.getTimestamp("finished_at").toInstant()))
			.list();
	}
}
