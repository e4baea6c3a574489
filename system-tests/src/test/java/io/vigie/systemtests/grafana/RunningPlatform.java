package io.vigie.systemtests.grafana;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Where the platform under test listens: what its own settings say, looked up among system properties, then the environment. */
record RunningPlatform(String databaseUrl, String databasePassword, Map<String, URI> services) {

	private static final Map<String, Integer> PORTS = Map.of("orchestrator", 8080, "sentinel", 8081, "analyst", 8082,
		"risk", 8083, "executor", 8084, "health", 8085, "simulator", 8090);

	static RunningPlatform fromEnvironment() {
		Map<String, URI> services = new LinkedHashMap<>();
		PORTS.forEach((name, port) -> {
			var prefix = "VIGIE_" + name.toUpperCase(Locale.ROOT);
			services.put(name, URI.create(setting(prefix + "_URL", "http://localhost:" + setting(prefix + "_PORT", "" + port))));
		});
		var database = setting("VIGIE_DATABASE_URL", "jdbc:postgresql://localhost:" + setting("VIGIE_POSTGRES_PORT", "25432") + "/vigie");
		return new RunningPlatform(database, setting("VIGIE_DATABASE_PASSWORD", "vigie"), services);
	}

	static String setting(String name, String otherwise) {
		var property = System.getProperty(name);
		var value = property == null ? System.getenv(name) : property;
		return value == null || value.isBlank() ? otherwise : value;
	}

	/** As Grafana connects: the role that may read everything and write nothing. */
	Connection reader() throws SQLException {
		return DriverManager.getConnection(databaseUrl, "reader", databasePassword);
	}

	/** The metrics a service tells now, or null if it does not answer. */
	@Nullable String metrics(HttpClient http, String service) throws InterruptedException {
		var request = HttpRequest.newBuilder(services.get(service).resolve("/actuator/prometheus")).timeout(Duration.ofSeconds(10)).build();
		try {
			var response = http.send(request, BodyHandlers.ofString());
			return response.statusCode() == 200 ? response.body() : null;
		} catch (IOException e) {
			return null;
		}
	}
}
