package io.vigie.risk.protection;

import io.vigie.engine.risk.EquityBar;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What bots were worth, bar by bar. Told twice or out of order, the bar is the same. */
@Repository
class EquityBars {

	private final JdbcClient jdbc;

	EquityBars(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String bot, Instant openAt, Instant at, BigDecimal equity) {
		jdbc.sql("""
				insert into equity_bars (bot, opened_at, first_at, first, high, low)
				values (:bot, :openAt, :at, :equity, :equity, :equity)
				on conflict (bot, opened_at) do update set high = greatest(equity_bars.high, excluded.high),
					low = least(equity_bars.low, excluded.low),
					first = case when excluded.first_at < equity_bars.first_at then excluded.first else equity_bars.first end,
					first_at = least(equity_bars.first_at, excluded.first_at)""")
			.param("bot", bot)
			.param("openAt", Timestamp.from(openAt))
			.param("at", Timestamp.from(at))
			.param("equity", equity)
			.update();
	}

	List<EquityBar> between(String bot, Instant from, Instant to) {
		return jdbc.sql("""
				select opened_at, first, high, low from equity_bars
				where bot = :bot and opened_at >= :from and opened_at < :to order by opened_at""")
			.param("bot", bot)
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.query(EquityBars::bar)
			.list();
	}

	/** Forgets what no protection looks at any more. */
	int forget() {
		return jdbc.sql("""
				delete from equity_bars e using (select bot, max(opened_at) as latest from equity_bars group by bot) newest
				where newest.bot = e.bot and e.opened_at < newest.latest - interval '60 days'""").update();
	}

	private static EquityBar bar(ResultSet row, int number) throws SQLException {
		return new EquityBar(row.getTimestamp("opened_at").toInstant(), row.getBigDecimal("first"), row.getBigDecimal("high"),
				row.getBigDecimal("low"));
	}
}
