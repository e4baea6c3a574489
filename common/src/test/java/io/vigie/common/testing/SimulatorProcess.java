package io.vigie.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The simulator itself, as a process with nothing to replay: what prints is what a test says. It chooses its port. */
public final class SimulatorProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newHttpClient();
	private final Process process;
	private final URI address;

	private SimulatorProcess(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	public static SimulatorProcess start(Path folder) throws IOException {
		return start(folder, Map.of());
	}

	/** Where what is printed is what is paid. */
	public static SimulatorProcess startWithoutSlippage(Path folder) throws IOException {
		return start(folder, Map.of("VIGIE_SLIPPAGE_BPS", "0"));
	}

	/** @param settings more of them, or others */
	public static SimulatorProcess start(Path folder, Map<String, String> settings) throws IOException {
		Path log = folder.resolve("simulator.log");
		var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-jar", jar().toString())
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(Map.of("VIGIE_SIMULATOR_PORT", "0", "VIGIE_SIMULATOR_DATA", folder.resolve("data").toString(),
				"VIGIE_REPLAY_BUILT_IN", "false", "VIGIE_REPLAY_SPEED", "1"));
		builder.environment().putAll(settings);
		Process process = builder.start();
		try {
			String port = Awaitility.await("the simulator's start").atMost(PATIENCE).failFast("the simulator has ended, see " + log, () -> !process.isAlive())
				.until(() -> port(log), Objects::nonNull);
			return new SimulatorProcess(process, URI.create("http://localhost:" + port));
		}
		catch (RuntimeException e) {
			process.destroyForcibly();
			throw e;
		}
	}

	public URI address() {
		return address;
	}

	public JsonNode get(String path) throws IOException, InterruptedException {
		return answer(request(path).build(), 200);
	}

	public JsonNode post(String path, String body, int status) throws IOException, InterruptedException {
		return answer(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), status);
	}

	public void delete(String path, int status) throws IOException, InterruptedException {
		HttpResponse<String> response = client.send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
	}

	public void print(String symbol, String price) throws IOException, InterruptedException {
		post("/simulator/ticks", "[{\"symbol\":\"" + symbol + "\",\"price\":" + price + ",\"size\":100}]", 200);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(address.resolve(path)).header("APCA-API-KEY-ID", "simulator").header("APCA-API-SECRET-KEY", "simulator");
	}

	private JsonNode answer(HttpRequest request, int status) throws IOException, InterruptedException {
		HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return VigieJson.mapper().readTree(response.body());
	}

	private static Path jar() throws IOException {
		Path target = Path.of("..", "simulator", "target").toAbsolutePath().normalize();
		try (Stream<Path> files = Files.list(target)) {
			return files.filter(it -> it.getFileName().toString().matches("simulator-[^-]+(-SNAPSHOT)?\\.jar")).findFirst()
				.orElseThrow(() -> new IllegalStateException("The simulator is not built: there is no jar in " + target));
		}
	}

	private static @Nullable String port(Path log) throws IOException {
		Matcher started = STARTED.matcher(Files.readString(log));
		return started.find() ? started.group(1) : null;
	}

	@Override
	public void close() {
		client.close();
		process.destroyForcibly();
	}
}
