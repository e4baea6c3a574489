package io.vigie.risk.halt;

import io.vigie.engine.risk.TradingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every change of state there was. */
@Repository
class States {

	private final JdbcClient jdbc;

	States(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What counts now: the last of each bot, and the last that is about all. */
	List<StateChange> current() {
		return jdbc.sql("select distinct on (bot) * from trading_states order by bot nulls first, id desc").query(States::change).list();
	}

	List<StateChange> last(int count) {
		return jdbc.sql("select * from trading_states order by id desc limit :count").param("count", count).query(States::change).list();
	}

	void add(StateChange change) {
		jdbc.sql("insert into trading_states (bot, state, reason, changed_by, changed_at) values (:bot, :state, :reason, :by, :at)")
			.param("bot", change.bot(), Types.VARCHAR)
			.param("state", change.state().name())
			.param("reason", change.reason())
			.param("by", change.changedBy())
			.param("at", Timestamp.from(change.changedAt()))
			.update();
	}

	private static StateChange change(ResultSet row, int number) throws SQLException {
		return new StateChange(row.getString("bot"), TradingState.valueOf(row.getString("state")), row.getString("reason"),
				row.getString("changed_by"), row.getTimestamp("changed_at").toInstant());
	}
}
