package io.vigie.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;

/** The database all services share: made and prepared as soon as the server answers, with the same script Docker uses. */
final class Database {

	private static final String NAME = "vigie";

	private final int port;

	private final Supplier<String> adminPassword;

	private final String servicePassword;

	private final Path script;

	private boolean prepared;

	Database(int port, Supplier<String> adminPassword, String servicePassword, Path script) {
		this.port = port;
		this.adminPassword = adminPassword;
		this.servicePassword = servicePassword;
		this.script = script;
	}

	/** Whether the server answers and the roles and schemas are there; makes them the first time. */
	boolean isReady() {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			if (!prepared) {
				create(statement);
				prepare();
				prepared = true;
			}
			return true;
		}
		catch (SQLException e) {
			if (prepared || isNotYet(e)) {
				return false;
			}
			throw new IllegalStateException("PostgreSQL answers, but cannot be prepared", e);
		}
	}

	private static boolean isNotYet(SQLException e) {
		// 08: no connection; 57P03: still starting or recovering.
		String state = String.valueOf(e.getSQLState());
		return state.startsWith("08") || state.equals("57P03");
	}

	private static void create(Statement statement) throws SQLException {
		try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
			if (found.next()) {
				return;
			}
		}
		statement.execute("create database " + NAME);
	}

	private void prepare() throws SQLException {
		try (Connection connection = connect(NAME); Statement statement = connection.createStatement()) {
			statement.execute("select set_config('vigie.password', '%s', false)".formatted(servicePassword.replace("'", "''")));
			statement.execute(Files.readString(script));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Connection connect(String database) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", "postgres");
		properties.setProperty("password", adminPassword.get());
		properties.setProperty("connectTimeout", "2");
		properties.setProperty("socketTimeout", "20");
		Connection connection = new Driver().connect("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), properties);
		if (connection == null) {
			throw new IllegalStateException("the driver does not know its own address");
		}
		return connection;
	}
}
