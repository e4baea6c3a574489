package io.vigie.executor.protect;

import io.vigie.common.bot.Bots;
import io.vigie.common.sql.Plain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions and their stops, as stored. What nobody here bought is left to whoever did. */
@Component
class Covers {

	private final JdbcClient jdbc;

	Covers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Cover> all() {
		return jdbc.sql("select * from position_covers where bot <> ? order by bot, symbol").param(Bots.RESERVE)
			.query((row, _) -> cover(row)).list();
	}

	private static Cover cover(ResultSet row) throws SQLException {
		return new Cover(row.getString("bot"), row.getString("symbol"), Plain.decimal(row, "quantity"), Plain.decimal(row, "covered"),
				row.getBoolean("own"));
	}

	Optional<Cover> of(Cover.Lane lane) {
		return jdbc.sql("select * from position_covers where bot = ? and symbol = ? and bot <> ?").params(lane.bot(), lane.symbol(), Bots.RESERVE)
			.query((row, _) -> cover(row)).optional();
	}

	/** Stops and targets of the executor's own that protect nothing any more. */
	List<UUID> orphans() {
		return jdbc.sql("""
				select s.id from orders s left join positions p on p.bot = s.bot and p.symbol = s.symbol
				where s.state in ('ACCEPTED', 'PARTIALLY_FILLED') and s.role in ('STOP_LOSS', 'TAKE_PROFIT') and s.client_order_id = s.bot || '-' || s.id
					and coalesce(p.quantity, 0) <= 0""").query(UUID.class).list();
	}

	/** When the position last changed by a trade, in wall-clock time. */
	Optional<Instant> tradedAt(Cover.Lane lane) {
		return jdbc.sql("select max(booked_at) from trades where bot = ? and symbol = ?").params(lane.bot(), lane.symbol())
			.query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant)).single();
	}
}
