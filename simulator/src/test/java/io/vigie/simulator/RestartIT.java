package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.journal.JournalUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing the venue has told anybody is forgotten, however it ends. */
class RestartIT {

	private static final String[] RUNNING = { "VIGIE_SYNTHETIC=SIM1/USD:42", "VIGIE_REPLAY_PAUSED=false", "VIGIE_REPLAY_SPEED=300" };

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	@TempDir
	private Path data;

	@Test
	void goesOnWhereItStoodAfterAStop() {
		List<JsonNode> before;
		Instant stood;
		try (RunningSimulator simulator = RunningSimulator.start(data, RUNNING)) {
			trade(simulator.url());
			simulator.post("/simulator/pause", "");
			before = simulator.record();
			stood = Instant.parse(simulator.get("/v2/clock").text("timestamp"));
		}
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:42")) {
			assertThat(simulator.record()).isEqualTo(before);
			assertThat(Instant.parse(simulator.get("/v2/clock").text("timestamp"))).isEqualTo(stood);
		}
	}

	@Test
	void forgetsNothingWhenItIsKilled() throws IOException, InterruptedException {
		Path log = data.resolve("kill.log");
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m", "-cp",
				System.getProperty("java.class.path"), Simulator.class.getName(), "--VIGIE_SIMULATOR_PORT=0",
				"--VIGIE_SIMULATOR_DATA=" + data, "--VIGIE_REPLAY_BUILT_IN=false", "--VIGIE_SLIPPAGE_BPS=0",
				"--VIGIE_REPLAY_START=2026-01-05T00:00:00Z", "--" + RUNNING[0], "--" + RUNNING[2])
			.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		String orders;
		String fills;
		try {
			String url = "http://127.0.0.1:" + Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> port(log), Objects::nonNull);
			trade(url);
			fills = send(url, "GET", "/v2/account/activities", "");
			orders = send(url, "GET", "/v2/orders?status=all&limit=500", "");
		}
		finally {
			process.destroyForcibly().waitFor();
		}
		try (RunningSimulator simulator = RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:42")) {
			JsonNode knownFills = simulator.get("/v2/account/activities").body();
			for (JsonNode fill : RunningSimulator.MAPPER.readTree(fills)) {
				assertThat(knownFills).contains(fill);
			}
			List<String> knownOrders = simulator.get("/v2/orders?status=all&limit=500").body().findValuesAsString("id");
			assertThat(knownOrders).containsAll(RunningSimulator.MAPPER.readTree(orders).findValuesAsString("id"));
			assertThat(simulator.get("/v2/orders:by_client_order_id?client_order_id=restart-1").text("status")).isEqualTo("filled");
		}
	}

	@Test
	void goesOnFromASnapshotToo() {
		List<JsonNode> before;
		String[] settings = { "VIGIE_SYNTHETIC=SIM1/USD:42", "VIGIE_SIMULATOR_JOURNAL_MB=1" };
		try (RunningSimulator simulator = RunningSimulator.start(data, settings)) {
			simulator.print("SNAP1/USD", "100");
			String[] many = new String[5_000];
			Arrays.fill(many, "100");
			simulator.post("/v2/orders", order("SNAP1/USD", "snap-1"));
			for (int i = 0; i < 5; i++) {
				simulator.print("SNAP1/USD", many);
			}
			Awaitility.await().until(() -> data.resolve("journal-1.jsonl").toFile().exists());
			simulator.post("/v2/orders", order("SNAP1/USD", "snap-2"));
			simulator.print("SNAP1/USD", "101");
			before = simulator.record();
		}
		try (RunningSimulator simulator = RunningSimulator.start(data, settings)) {
			assertThat(simulator.record()).isEqualTo(before);
			assertThat(simulator.get("/simulator/status").body().findValuesAsString("symbol")).contains("SNAP1/USD");
		}
	}

	@Test
	void refusesToGoOnOverOtherRecordings() {
		RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:42").close();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:43"))
			.withRootCauseInstanceOf(JournalUnusable.class)
			.withStackTraceContaining("was made with other recordings, fees or rules");
		RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:42").close();
	}

	private static void trade(String url) {
		send(url, "POST", "/v2/orders", order("SIM1/USD", "restart-1"));
		Awaitility.await().until(() -> send(url, "GET", "/v2/orders:by_client_order_id?client_order_id=restart-1", "").contains("\"filled\""));
		send(url, "POST", "/v2/orders", order("SIM1/USD", "restart-2"));
	}

	private static String order(String symbol, String id) {
		return """
				{"symbol":"%s","qty":"3","side":"buy","type":"market","time_in_force":"gtc","client_order_id":"%s","order_class":"bracket",
				"take_profit":{"limit_price":"500"},"stop_loss":{"stop_price":"11"}}""".formatted(symbol, id);
	}

	private static String send(String url, String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		RunningSimulator.KEYS.forEach(request::header);
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Its own choice: nobody else can have taken it meanwhile. */
	private static @Nullable String port(Path log) throws IOException {
		Matcher started = STARTED.matcher(Files.readString(log));
		return started.find() ? started.group(1) : null;
	}
}
