package io.vigie.analyst.score;

import io.vigie.engine.fusion.Calibration;
import io.vigie.engine.fusion.Score;
import io.vigie.engine.market.Bar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Forecasts and the closes they wait for; storing either again changes nothing. */
@Repository
class Forecasts {

	/** Longer than a listener is ever behind the other, wall clock. */
	private static final Duration CLOSES_KEPT = Duration.ofDays(8);

	private final JdbcTemplate jdbc;
	private final JdbcClient client;
	private final ScoreSettings settings;
	private final Clock clock;

	Forecasts(JdbcTemplate jdbc, JdbcClient client, ScoreSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.client = client;
		this.settings = settings;
		this.clock = clock;
	}

	void keep(List<Forecast> forecasts) {
		jdbc.batchUpdate("""
				insert into forecasts (id, source, symbol, timeframe, bar_at, due_at, up, confidence, price)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", forecasts, forecasts.size(), (statement, it) -> {
			statement.setObject(1, it.id());
			statement.setString(2, it.source());
			statement.setString(3, it.symbol());
			statement.setString(4, it.timeframe().code());
			statement.setObject(5, it.barAt().atOffset(ZoneOffset.UTC));
			statement.setObject(6, it.dueAt().atOffset(ZoneOffset.UTC));
			statement.setBoolean(7, it.up());
			statement.setBigDecimal(8, it.confidence());
			statement.setBigDecimal(9, it.price());
		});
	}

	void keepCloses(List<Bar> bars) {
		jdbc.batchUpdate("insert into closes (symbol, timeframe, close_at, price) values (?, ?, ?, ?) on conflict do nothing", bars,
				bars.size(), (statement, bar) -> {
					statement.setString(1, bar.symbol());
					statement.setString(2, bar.timeframe().code());
					statement.setObject(3, bar.closeAt().atOffset(ZoneOffset.UTC));
					statement.setBigDecimal(4, bar.close());
				});
	}

	/** Every open forecast on the symbols whose close has come. Bars of a symbol come in order: the first one there is the first. */
	void settle(List<String> symbols) {
		jdbc.update("""
				update forecasts f set came_at = c.close_at, came_price = c.price from closes c
				where f.came_at is null and f.symbol = any(?) and c.symbol = f.symbol and c.timeframe = f.timeframe
					and c.close_at = (select min(n.close_at) from closes n where n.symbol = f.symbol
						and n.timeframe = f.timeframe and n.close_at >= f.due_at)""",
				statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", symbols.toArray())));
	}

	/** How each source's forecasts came out; sources without any outcome are there too. */
	SortedMap<String, Calibration> calibrations(@Nullable String symbol) {
		SortedMap<String, List<Score>> bins = new TreeMap<>();
		client.sql("""
				select source, least(trunc(confidence * 10), 9)::int as bin, count(hit) as forecasts,
					count(*) filter (where hit) as hits, coalesce(sum(confidence) filter (where hit is not null), 0) as confidence,
					coalesce(sum(power(confidence - hit::int, 2)) filter (where hit is not null), 0) as error
				from forecasts where (:symbol::text is null or symbol = :symbol) group by source, bin""")
			.param("symbol", symbol)
			.query((ResultSet row) -> add(bins, row));
		SortedMap<String, Calibration> calibrations = new TreeMap<>();
		bins.forEach((source, scores) -> calibrations.put(source, Calibration.of(scores)));
		return calibrations;
	}

	/** Forecasts that still wait for their bar. */
	long open(String source, @Nullable String symbol) {
		return client.sql("select count(*) from forecasts where came_at is null and source = :source and (:symbol::text is null or symbol = :symbol)")
			.param("source", source)
			.param("symbol", symbol)
			.query(Long.class)
			.single();
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void forgetOld() {
		jdbc.update("delete from forecasts where stored_at < ?", clock.instant().minus(settings.signalsKept()).atOffset(ZoneOffset.UTC));
		jdbc.update("delete from closes where stored_at < ?", clock.instant().minus(CLOSES_KEPT).atOffset(ZoneOffset.UTC));
	}

	private static void add(SortedMap<String, List<Score>> bins, ResultSet row) throws SQLException {
		bins.computeIfAbsent(row.getString("source"), _ -> new ArrayList<>(Collections.nCopies(Calibration.BINS, Score.NONE)))
			.set(row.getInt("bin"), new Score(row.getLong("forecasts"), row.getLong("hits"), row.getBigDecimal("confidence"),
					row.getBigDecimal("error")));
	}
}
