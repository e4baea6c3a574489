package io.vigie.executor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.executor.ExecutorService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** An executor all by itself: with a database and a venue, and no Kafka. It can be ended and started again. */
public final class Solo implements AutoCloseable {

	/** Asks the venue soon for what nobody tells. */
	public static final Map<String, String> QUICK = Map.of("VIGIE_EXECUTOR_SETTLE_EVERY", "200ms", "VIGIE_EXECUTOR_SETTLE_AFTER", "500ms");

	/** Nobody listens there. */
	private static final String NO_KAFKA = "localhost:1";

	public final JdbcClient jdbc;
	private final String database;
	private final URI venue;
	private final Map<String, String> extra = new LinkedHashMap<>();
	private @Nullable ConfigurableApplicationContext context;

	public Solo(String name, URI venue) throws SQLException, IOException {
		this.venue = venue;
		String server = RealInfrastructure.addresses().databaseUrl().replaceAll("/vigie$", "/");
		this.database = server + name;
		// It may be there from a try before, where a class of tests is run again.
		run(server + "postgres", "drop database if exists " + name + " with (force)");
		run(server + "postgres", "create database " + name);
		Path root = Path.of("").toAbsolutePath();
		while (!Files.exists(root.resolve("deploy/postgres/init.sql"))) {
			root = root.getParent();
		}
		run(database, Files.readString(root.resolve("deploy/postgres/init.sql")));
		jdbc = JdbcClient.create(new DriverManagerDataSource(database + "?currentSchema=executor", "executor", "vigie"));
	}

	/** Settings for starts to come. */
	public Solo with(Map<String, String> settings) {
		extra.putAll(settings);
		return this;
	}

	/** A process of its own tries to make topics, this one saves the time. */
	public Solo start() {
		context = new SpringApplicationBuilder(ExecutorService.class).properties("spring.kafka.admin.auto-create=false")
			.run(settings().entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue()).toArray(String[]::new));
		return this;
	}

	public ConfigurableApplicationContext context() {
		return Objects.requireNonNull(context);
	}

	/** In a process of its own. */
	public Process spawn(Path log) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), ExecutorService.class.getName()));
		settings().forEach((name, value) -> command.add("--" + name + "=" + value));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("server.port", "0");
		settings.put("VIGIE_KAFKA", NO_KAFKA);
		// An embedded broker of other tests makes itself known as a property of the system.
		settings.put("spring.kafka.bootstrap-servers", NO_KAFKA);
		settings.put("VIGIE_DATABASE_URL", database);
		settings.put("VIGIE_DATABASE_PASSWORD", "vigie");
		settings.put("VIGIE_BROKER_URL", venue.toString());
		settings.put("VIGIE_LOG_FORMAT", "");
		settings.put("VIGIE_LOG_LEVEL", "WARN");
		settings.put("logging.level.io.vigie", "INFO");
		settings.put("logging.level.org.apache.kafka", "OFF");
		settings.put("spring.kafka.admin.operation-timeout", "1s");
		settings.put("spring.kafka.admin.close-timeout", "1s");
		// Long enough to miss every deadline if anybody waited for it at each order.
		settings.put("spring.kafka.producer.properties.max.block.ms", "300");
		settings.putAll(extra);
		return settings;
	}

	public JsonNode get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).build(), 200);
	}

	public JsonNode post(String path, String body, int status) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), status);
	}

	private static JsonNode send(HttpRequest request, int status) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return VigieJson.mapper().readTree(response.body());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + context().getEnvironment().getProperty("local.server.port") + path);
	}

	public void stop() {
		if (context != null) {
			context.close();
			context = null;
		}
	}

	@Override
	public void close() {
		stop();
	}

	private static void run(String url, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, "postgres", "vigie"); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}
}
