package io.vigie.executor.schedule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.common.json.VigieJson;
import io.vigie.common.testing.RealInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema of the real database, as the service lays it out, for one thread of schedules; and the service's settings. What is
 * put into the outbox is written down once more, to be compared with what was published.
 */
public final class Ground implements AutoCloseable {

	static final JsonMapper JSON = VigieJson.mapper();
	private static final String SETTINGS = "?reWriteBatchedInserts=true&options=-c%20synchronous_commit=off&user=postgres&password=vigie";

	final JdbcTemplate jdbc;
	final SingleConnectionDataSource source;
	final Binder settings;
	/** One for all processes: to make it is dear. */
	final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	public Ground(String schema) {
		String url = RealInfrastructure.addresses().databaseUrl() + SETTINGS;
		try (Connection connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
			statement.execute("drop schema if exists " + schema + " cascade");
			statement.execute("create schema " + schema);
		}
		catch (SQLException e) {
			throw new IllegalStateException(e);
		}
		source = new SingleConnectionDataSource(url + "&currentSchema=" + schema, true);
		Flyway.configure().dataSource(url + "&currentSchema=" + schema, "postgres", "vigie").schemas(schema)
			.locations("classpath:db/common", "classpath:db/migration").load().migrate();
		jdbc = new JdbcTemplate(source);
		jdbc.execute("create table said (seq bigint primary key, topic text, key text, message_id uuid)");
		jdbc.execute("""
				create function note_said() returns trigger language plpgsql as $$
				begin
					insert into said select seq, topic, key, message_id from fresh;
					return null;
				end
				$$""");
		jdbc.execute("create trigger outbox_said after insert on outbox referencing new table as fresh for each statement execute function note_said()");
		jdbc.execute("create index orders_audit_ix on orders (bot)");
		jdbc.execute("create index trades_audit_ix on trades (bot)");
		jdbc.execute("create index holds_audit_ix on holds (bot)");
		jdbc.update("insert into openings (account, opened_at, history_until, known_activity_ids) values ('paper', now(), 'epoch', '{}')");
		settings = settings();
	}

	/** How often the venue's word contradicted the books so far. */
	public double contradictions() {
		return metrics.counter("executor.contradictions").count();
	}

	public JdbcTemplate jdbc() {
		return jdbc;
	}

	/** The next schedule begins with nothing. */
	public void clear() {
		jdbc.execute("set session_replication_role = replica");
		List<String> tables = jdbc.queryForList("select format('%I', tablename) from pg_tables where schemaname = current_schema() "
				+ "and tablename not in ('openings', 'flyway_schema_history')", String.class);
		jdbc.execute("truncate " + String.join(", ", tables));
		jdbc.execute("set session_replication_role = origin");
	}

	private static Binder settings() {
		try {
			var environment = new StandardEnvironment();
			List<PropertySource<?>> yaml = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
			yaml.forEach(environment.getPropertySources()::addLast);
			return Binder.get(environment);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		source.destroy();
	}
}
