package io.vigie.systemtests.grafana;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus that watches the platform: the one that runs already ({@code VIGIE_PROMETHEUS_URL}), or one started for the
 * test with the project's own configuration, from the machine's {@code prometheus} or from the image of docker-compose.yml.
 */
final class PrometheusServer implements AutoCloseable {

	private static final String IMAGE = "prom/prometheus:v3.5.0";
	private final HttpClient http = HttpClient.newHttpClient();
	private final URI uri;
	private final Duration scrapeInterval;
	private final @Nullable Process process;
	private final List<String> stop;

	private PrometheusServer(URI uri, Duration scrapeInterval, @Nullable Process process, List<String> stop) {
		this.uri = uri;
		this.scrapeInterval = scrapeInterval;
		this.process = process;
		this.stop = stop;
	}

	/** Empty where the machine has none. */
	static Optional<PrometheusServer> find(RunningPlatform platform, Path work) throws IOException, InterruptedException {
		var running = RunningPlatform.setting("VIGIE_PROMETHEUS_URL", "");
		if (!running.isEmpty()) {
			return Optional.of(new PrometheusServer(URI.create(running), Duration.ofSeconds(5), null, List.of()));
		}
		boolean binary = succeeds("prometheus", "--version");
		if (!binary && !succeeds("docker", "image", "inspect", IMAGE)) {
			return Optional.empty();
		}
		var port = freePort();
		Files.createDirectories(work.resolve("data"));
		work.resolve("data").toFile().setWritable(true, false);
		var config = Files.writeString(work.resolve("prometheus.yml"), configuration(platform));
		Files.copy(Path.of("..", "deploy", "prometheus", "rules.yml"), work.resolve("rules.yml"));
		var flags = List.of("--config.file=" + config, "--storage.tsdb.path=" + work.resolve("data"),
			"--web.listen-address=127.0.0.1:" + port);
		var name = "vigie-panels-" + port;
		var command = Stream.concat(binary ? Stream.of("prometheus")
			: Stream.of("docker", "run", "--rm", "--name", name, "--network", "host", "--user", "0:0", "-v", work + ":" + work, IMAGE),
			flags.stream()).toList();
		var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(work.resolve("log").toFile()).start();
		return Optional.of(new PrometheusServer(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(1), process,
			binary ? List.of() : List.of("docker", "rm", "--force", name)));
	}

	/** The project's own file, with each service where it listens here, looked at more often, and nobody to alert. */
	private static String configuration(RunningPlatform platform) throws IOException {
		var text = Files.readString(Path.of("..", "deploy", "prometheus", "prometheus.yml"));
		for (var service : platform.services().entrySet()) {
			text = text.replaceAll("targets: \\[" + service.getKey() + ":\\d+]", "targets: [" + service.getValue().getAuthority() + "]");
		}
		return text.replaceAll("(?s)\nalerting:.*?(?=\nscrape_configs:)", "").replaceAll("(?s)\n  - job_name: watching.*", "\n")
			.replaceAll("_interval: 5s", "_interval: 1s").replaceAll("_timeout: 4s", "_timeout: 1s");
	}

	Duration scrapeInterval() {
		return scrapeInterval;
	}

	/** The series that a panel with this query would show: those with at least one number in the last minutes. */
	List<JsonNode> series(String query, boolean instant, Duration range, java.time.Instant now) throws IOException, InterruptedException {
		var time = instant ? "&time=" + now.getEpochSecond()
			: "&start=" + now.minus(range).getEpochSecond() + "&end=" + now.getEpochSecond() + "&step=" + Math.max(1, range.toSeconds() / 60);
		var request = HttpRequest.newBuilder(uri.resolve(instant ? "/api/v1/query" : "/api/v1/query_range"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + time)).build();
		var answer = JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
		if (!answer.path("status").asString("").equals("success")) {
			throw new IllegalStateException(answer.path("error").asString("no answer") + " in " + query);
		}
		return answer.path("data").path("result").valueStream().filter(PrometheusServer::hasNumber).toList();
	}

	/** True once every service has been seen at least this often. */
	boolean hasSeenAll(int services, int times, java.time.Instant now) throws IOException, InterruptedException {
		try {
			return series("count_over_time(up{job=\"vigie\"}[1h]) >= " + times, true, Duration.ZERO, now).size() >= services;
		} catch (IOException notYet) {
			return false;
		}
	}

	private static boolean hasNumber(JsonNode series) {
		var values = series.has("value") ? Stream.of(series.path("value")) : series.path("values").valueStream();
		return values.map(pair -> pair.path(1).asString("NaN")).anyMatch(value -> !value.equals("NaN"));
	}

	private static boolean succeeds(String... command) throws InterruptedException {
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
		} catch (IOException notThere) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		if (!stop.isEmpty()) {
			new ProcessBuilder(stop).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		}
		if (process != null) {
			process.destroy();
			process.waitFor(20, TimeUnit.SECONDS);
		}
	}
}
