package io.vigie.analyst.drift;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The last comparison, kept for who reads the database: dashboards. */
@Repository
class Drifts {

	/** Any number, the same in all instances: each of them compares, and one replaces after the other. */
	private static final int LOCK = 0x64726966;

	private final JdbcClient client;
	private final JsonMapper mapper;

	Drifts(JdbcClient client, JsonMapper mapper) {
		this.client = client;
		this.mapper = mapper;
	}

	@Transactional
	void replaceBy(List<Drift> drifts) {
		client.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((_, _) -> 0).list();
		client.sql("delete from drifts").update();
		client.sql("""
				insert into drifts (bot, symbol, side, live_at, live_price, backtest_at, backtest_price, basis_points, cause, explanation)
				select it.* from jsonb_to_recordset(:drifts::jsonb) as it (bot text, symbol text, side text, live_at timestamptz,
					live_price numeric, backtest_at timestamptz, backtest_price numeric, basis_points numeric, cause text, explanation text)""")
			.param("drifts", mapper.writeValueAsString(drifts))
			.update();
	}
}
