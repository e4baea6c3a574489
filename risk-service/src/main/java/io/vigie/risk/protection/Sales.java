package io.vigie.risk.protection;

import io.vigie.common.message.TradeBooked;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.risk.ClosedTrade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sold. Fills of one order are one sale. */
@Repository
class Sales {

	private final JdbcClient jdbc;
	private final JdbcTemplate template;

	Sales(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	void add(List<TradeBooked> fills) {
		template.batchUpdate("""
				insert into sales (trade_id, bot, symbol, order_id, stop_out, realised, proceeds, traded_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", fills, Math.max(1, fills.size()), (statement, it) -> {
			statement.setObject(1, it.tradeId());
			statement.setString(2, it.bot());
			statement.setString(3, it.symbol());
			statement.setObject(4, it.orderId());
			statement.setBoolean(5, it.role() == OrderRole.STOP_LOSS);
			statement.setBigDecimal(6, it.realised().subtract(it.fee()));
			statement.setBigDecimal(7, it.quantity().multiply(it.price()));
			statement.setTimestamp(8, Timestamp.from(it.tradedAt()));
		});
	}

	/** With a fill in that time; all of their fills count. */
	List<ClosedTrade> between(String bot, Instant from, Instant to) {
		return jdbc.sql("""
				select order_id, symbol, stop_out, sum(realised) as realised, sum(proceeds) as proceeds, max(traded_at) as sold_at
				from sales where bot = :bot and order_id in
					(select order_id from sales where bot = :bot and traded_at >= :from and traded_at <= :to)
				group by order_id, symbol, stop_out order by sold_at, order_id""")
			.param("bot", bot)
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.query(Sales::trade)
			.list();
	}

	List<ClosedTrade> last(String bot, int count) {
		return jdbc.sql("""
				select order_id, symbol, stop_out, sum(realised) as realised, sum(proceeds) as proceeds, max(traded_at) as sold_at
				from sales where bot = :bot group by order_id, symbol, stop_out order by sold_at desc, order_id limit :count""")
			.param("bot", bot)
			.param("count", count)
			.query(Sales::trade)
			.list();
	}

	private static ClosedTrade trade(ResultSet row, int number) throws SQLException {
		return new ClosedTrade(row.getString("order_id"), row.getString("symbol"), row.getBoolean("stop_out"), row.getBigDecimal("realised"),
				row.getBigDecimal("proceeds"), row.getTimestamp("sold_at").toInstant());
	}
}
