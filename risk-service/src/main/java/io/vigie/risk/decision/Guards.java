package io.vigie.risk.decision;

import io.vigie.common.sql.Plain;
import io.vigie.common.sql.Trip;
import io.vigie.engine.risk.Guard;
import io.vigie.engine.risk.Lock;
import io.vigie.engine.risk.TradingState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that may stand between bots and entries, as it was at one moment. */
record Guards(List<Obstacle> obstacles) {

	/** One statement for all of it: a verdict should not wait for five answers. */
	private static final String SQL = """
			select 'LINK' as kind, null as bot, null as symbol, link as what, since as starts_at, null::timestamptz as ends_at,
				null::numeric as allowed, null::numeric as seen, '' as cause
			from links where state <> 'UP'
			union all
			select 'TRIPPED', null, null, link, tripped_at, null, null, null, ''
			from breakers where tripped_at is not null and (good_since is null or good_since > ?)
			union all
			select 'STATE', bot, null, state, changed_at, null, null, null, ''
			from (select distinct on (bot) bot, state, changed_at from trading_states order by bot, id desc) now where state <> 'ACTIVE'
			union all
			select kind, bot, symbol, reason, starts_at, ends_at, allowed, seen, cause
			from locks where lifted_at is null and ends_at > ? and bot = any (?)
			order by 1, 4""";

	private static final List<String> NO_LOCKS = List.of("LINK", "TRIPPED", "STATE");

	/** Known once the trip is over. */
	static Supplier<Guards> ask(Trip trip, Instant provenSince, Instant at, Collection<String> bots) {
		List<Obstacle> obstacles = new ArrayList<>();
		trip.ask(SQL, row -> obstacles.add(Obstacle.of(row)), Timestamp.from(provenSince), Timestamp.from(at),
				new Trip.Many("text", bots.toArray()));
		return () -> new Guards(obstacles);
	}

	/**
	 * @param bot none where it stands before all of them
	 * @param what the link, the state, or the reason in words
	 */
	record Obstacle(String kind, @Nullable String bot, @Nullable String symbol, String what, Instant since, @Nullable Instant until,
			@Nullable BigDecimal allowed, @Nullable BigDecimal seen, String cause) {

		static Obstacle of(ResultSet row) throws SQLException {
			Timestamp until = row.getTimestamp("ends_at");
			return new Obstacle(row.getString("kind"), row.getString("bot"), row.getString("symbol"), row.getString("what"),
					row.getTimestamp("starts_at").toInstant(), until == null ? null : until.toInstant(), Plain.decimalOrNull(row, "allowed"),
					Plain.decimalOrNull(row, "seen"), row.getString("cause"));
		}

		private boolean concerns(String name) {
			return bot == null || bot.equals(name);
		}
	}

	/** What stands before this bot; of links, all that are broken. */
	Guard of(String bot) {
		TradingState state = obstacles.stream()
			.filter(it -> it.kind.equals("STATE") && it.concerns(bot))
			.map(it -> TradingState.valueOf(it.what))
			.reduce(TradingState.ACTIVE, TradingState::strictest);
		return new Guard(state, links("LINK"), links("TRIPPED"), obstacles.stream()
			.filter(it -> !NO_LOCKS.contains(it.kind) && it.concerns(bot))
			.map(Guards::lock)
			.toList());
	}

	private List<String> links(String kind) {
		return obstacles.stream().filter(it -> it.kind.equals(kind)).map(Obstacle::what).toList();
	}

	private static Lock lock(Obstacle it) {
		if (it.until == null || it.allowed == null || it.seen == null) {
			throw new IllegalStateException("A lock of " + it.bot + " is incomplete");
		}
		return new Lock(Lock.Kind.valueOf(it.kind), it.symbol, it.since, it.until, it.allowed, it.seen, it.what, it.cause);
	}
}
