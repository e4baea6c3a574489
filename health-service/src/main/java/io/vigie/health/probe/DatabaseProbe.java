package io.vigie.health.probe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** Asks PostgreSQL something small, and how full it is. */
final class DatabaseProbe implements Probe {

	private final DataSource database;
	private final ProbeSettings settings;
	private final Timer latency;
	private final Clock clock;

	DatabaseProbe(DataSource database, ProbeSettings settings, MeterRegistry metrics, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.latency = metrics.timer("health.database.latency");
		this.clock = clock;
	}

	@Override
	public String component() {
		return "postgres";
	}

	@Override
	public Reading look() {
		long start = System.nanoTime();
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.setQueryTimeout((int) Math.max(1, settings.timeout().toSeconds()));
			try (ResultSet row = statement.executeQuery("""
					select (select count(*) from pg_stat_activity where backend_type = 'client backend'),
					current_setting('max_connections')::int, pg_database_size(current_database())""")) {
				row.next();
				Duration took = Duration.ofNanos(System.nanoTime() - start);
				latency.record(took);
				return judge(row.getLong(1), row.getLong(2), row.getLong(3), took);
			}
		}
		catch (SQLException e) {
			return Reading.of(component(), State.DOWN, "does not answer queries (" + e.getSQLState() + ")",
					Duration.ofNanos(System.nanoTime() - start), clock.instant());
		}
	}

	private Reading judge(long connections, long allowed, long bytes, Duration took) {
		Map<String, String> facts = Map.of("connections", Long.toString(connections), "max_connections", Long.toString(allowed),
				"size_bytes", Long.toString(bytes));
		BigDecimal share = BigDecimal.valueOf(connections).divide(BigDecimal.valueOf(allowed), 4, RoundingMode.HALF_UP);
		Reading up = Reading.of(component(), State.UP, "answers in " + took.toMillis() + " ms, " + connections + " of " + allowed
				+ " connections in use", took, clock.instant()).with(facts);
		if (share.compareTo(settings.maxConnections()) > 0) {
			return up.degraded(connections + " of " + allowed + " connections are in use", facts);
		}
		return took.compareTo(settings.slow()) > 0 ? up.degraded("answers slowly, in " + took.toMillis() + " ms", facts) : up;
	}
}
