package io.vigie.sentinel.bar;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of closed bars, a partition per month. A bar that is there already stays as it is. */
@Repository
public class BarStore {

	private static final String COLUMNS = "symbol, timeframe, open_at, open, high, low, close, volume, trades, last_sequence";

	private final JdbcTemplate jdbc;
	private final Set<YearMonth> partitions = new HashSet<>();

	BarStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** All of them or none. */
	@Transactional
	public synchronized void insert(Collection<Bar> bars) {
		bars.stream().map(it -> YearMonth.from(it.openAt().atZone(ZoneOffset.UTC))).distinct()
				.forEach(this::makePartition);
		jdbc.batchUpdate("insert into bars (" + COLUMNS
				+ ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", bars, bars.size(),
				(statement, bar) -> {
					statement.setString(1, bar.symbol());
					statement.setString(2, bar.timeframe().code());
					statement.setObject(3, bar.openAt().atOffset(ZoneOffset.UTC));
					statement.setBigDecimal(4, bar.open());
					statement.setBigDecimal(5, bar.high());
					statement.setBigDecimal(6, bar.low());
					statement.setBigDecimal(7, bar.close());
					statement.setBigDecimal(8, bar.volume());
					statement.setLong(9, bar.trades());
					statement.setLong(10, bar.lastSequence());
				});
	}

	public Optional<Bar> last(String symbol, Timeframe timeframe) {
		return jdbc.query("select " + COLUMNS
				+ " from bars where symbol = ? and timeframe = ? order by open_at desc limit 1",
				BarStore::bar, symbol, timeframe.code()).stream().findFirst();
	}

	/** Oldest first. */
	public List<Bar> since(String symbol, Timeframe timeframe, Instant openAt) {
		return jdbc.query("select " + COLUMNS
				+ " from bars where symbol = ? and timeframe = ? and open_at >= ? order by open_at",
				BarStore::bar, symbol, timeframe.code(), openAt.atOffset(ZoneOffset.UTC));
	}

	/** The latest bars that had closed by the instant, newest last. */
	public List<Bar> closedBy(String symbol, Timeframe timeframe, Instant instant, int limit) {
		return jdbc.query("select " + COLUMNS
				+ " from bars where symbol = ? and timeframe = ? and open_at <= ? order by open_at desc limit ?",
				BarStore::bar, symbol, timeframe.code(), instant.minus(timeframe.duration()).atOffset(ZoneOffset.UTC),
						limit).reversed();
	}

	/** Remembered only once committed: a partition of a transaction that failed is not there. */
	private void makePartition(YearMonth month) {
		if (!partitions.contains(month)) {
			jdbc.execute("create table if not exists bars_%d_%02d partition of bars for values from ('%s-01 00:00+00') to ('%s-01 00:00+00')"
				.formatted(month.getYear(), month.getMonthValue(), month, month.plusMonths(1)));
			TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {
					@Override
					public void afterCommit() {
						partitions.add(month);
					}
				});
		}
	}

	private static Bar bar(ResultSet row, int number) throws SQLException {
		return new Bar(row.getString(1), Timeframe.of(row.getString(2)), row.getObject(3, OffsetDateTime.class)
				.toInstant(),
				plain(row.getBigDecimal(4)), plain(row.getBigDecimal(5)), plain(row.getBigDecimal(6)),
						plain(row.getBigDecimal(7)),
				plain(row.getBigDecimal(8)), row.getLong(9), row.getLong(10));
	}

	/** Written as the builder writes it, so that a stored bar equals the one that was built. */
	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
