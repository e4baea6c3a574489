package io.vigie.systemtests.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.systemtests.platform.Platform;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every query of every panel, filled in as Grafana fills it in, returns rows from a platform that has traded. SQL runs in its
 * PostgreSQL as Grafana's own role. PromQL runs in a real Prometheus that watches it; only where the machine has none is each query
 * held against what the services tell instead, and says so in its name. Uses the platform that the other tests use, or with
 * {@code -Dvigie.platform=running} the one that the environment tells of, such as that in containers.
 */
class GrafanaPanelsIT {

	private static final Duration PATIENCE = Duration.ofMinutes(4);
	private static final Clock CLOCK = Clock.systemUTC();

	@TempDir
	private static Path work;
	private static RunningPlatform platform;
	private static Connection database;
	private static Optional<PrometheusServer> prometheus = Optional.empty();

	@BeforeAll
	static void findPlatform() throws Exception {
		if (!RunningPlatform.setting("vigie.platform", "").equals("running")) {
			Platform.started();
		}
		platform = RunningPlatform.fromEnvironment();
		database = platform.reader();
		prometheus = PrometheusServer.find(platform, work);
		if (prometheus.isPresent()) {
			await("Prometheus has seen every service").atMost(PATIENCE).ignoreExceptions()
				.until(() -> prometheus.get().hasSeenAll(platform.services().size(), 5, CLOCK.instant()));
		}
	}

	@AfterAll
	static void letGo() throws Exception {
		if (database != null) {
			database.close();
		}
		if (prometheus.isPresent()) {
			prometheus.get().close();
		}
	}

	@TestFactory
	Stream<DynamicTest> everySqlQueryReturnsRows() {
		return queries().filter(Asked::sql).map(asked -> DynamicTest.dynamicTest(asked.query().toString(), () ->
			await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1)).untilAsserted(() ->
				assertThat(rows(text(asked.dashboard()).sql(asked.query().text()))).as(asked.query().text()).isPositive())));
	}

	@TestFactory
	Stream<DynamicTest> everyPrometheusQueryReturnsSeries() {
		var how = prometheus.isPresent() ? "" : " (names only: no Prometheus here)";
		return queries().filter(asked -> !asked.sql()).map(asked -> DynamicTest.dynamicTest(asked.query() + how, () ->
			await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertAnswered(asked))));
	}

	@TestFactory
	Stream<DynamicTest> everyVariableHasValues() {
		return Dashboard.all().stream().flatMap(dashboard -> dashboard.variables().stream().map(variable -> DynamicTest.dynamicTest(
			dashboard.title() + " / $" + variable.path("name").asString(""), () -> assertThat(values(variable)).isNotEmpty())));
	}

	private static void assertAnswered(Asked asked) throws Exception {
		var server = prometheus.orElse(null);
		if (server == null) {
			var query = text(asked.dashboard()).promQl(asked.query().text(), Duration.ofSeconds(5));
			assertThat(exposition().missing(query)).as(query).isEmpty();
		} else {
			var query = text(asked.dashboard()).promQl(asked.query().text(), server.scrapeInterval());
			assertThat(server.series(query, asked.query().instant(), Duration.ofMinutes(5), CLOCK.instant())).as(query).isNotEmpty();
		}
	}

	private record Asked(Dashboard dashboard, PanelQuery query) {

		boolean sql() {
			return query.sql();
		}
	}

	private static Stream<Asked> queries() {
		return Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()
			.flatMap(panel -> panel.queries().stream()).map(query -> new Asked(dashboard, query)));
	}

	/** As a reader sees the dashboard an hour into the run, with "All" chosen in every variable. */
	private static GrafanaText text(Dashboard dashboard) throws SQLException {
		var now = CLOCK.instant();
		Map<String, List<String>> variables = new HashMap<>();
		for (var variable : dashboard.variables()) {
			variables.put(variable.path("name").asString(""), values(variable));
		}
		return new GrafanaText(now.minus(Duration.ofHours(1)), now, variables);
	}

	private static List<String> values(JsonNode variable) throws SQLException {
		List<String> values = new ArrayList<>();
		try (var statement = database.createStatement(); var rows = statement.executeQuery(variable.path("query").asString(""))) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	/** Rows that show anything: a time with nothing beside it, or an aggregate over nothing, is an empty panel. */
	private static int rows(String sql) throws SQLException {
		try (var statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			int count = 0;
			while (rows.next()) {
				if (showsAnything(rows)) {
					count++;
				}
			}
			return count;
		}
	}

	private static boolean showsAnything(ResultSet row) throws SQLException {
		var columns = row.getMetaData();
		for (int i = 1; i <= columns.getColumnCount(); i++) {
			if (!columns.getColumnLabel(i).equals("time") && row.getObject(i) != null) {
				return true;
			}
		}
		return false;
	}

	private static Exposition exposition() throws InterruptedException {
		List<String> scraped = new ArrayList<>();
		try (var http = HttpClient.newHttpClient()) {
			for (var service : platform.services().keySet()) {
				@Nullable String metrics = platform.metrics(http, service);
				assertThat(metrics).as("metrics of " + service).isNotNull();
				scraped.add(metrics);
			}
		}
		return new Exposition(scraped);
	}
}
