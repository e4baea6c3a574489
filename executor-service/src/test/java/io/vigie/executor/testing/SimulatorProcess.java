package io.vigie.executor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vigie.common.json.VigieJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The simulator itself, as a process with nothing to replay: what prints is what a test says. Skips the test where it has not been built. */
public final class SimulatorProcess implements AutoCloseable {

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

	private static SimulatorProcess start(Path folder, Map<String, String> settings) throws IOException {
		Optional<Path> jar = jar();
		assumeThat(jar).as("the simulator is built").isPresent();
		int port = freePort();
		var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-jar", jar.orElseThrow().toString())
			.redirectErrorStream(true).redirectOutput(folder.resolve("simulator.log").toFile());
		builder.environment().putAll(Map.of("VIGIE_SIMULATOR_PORT", String.valueOf(port), "VIGIE_SIMULATOR_DATA", folder.resolve("data").toString(),
				"VIGIE_REPLAY_BUILT_IN", "false", "VIGIE_REPLAY_SPEED", "1"));
		builder.environment().putAll(settings);
		return new SimulatorProcess(builder.start(), URI.create("http://localhost:" + port));
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

	private static Optional<Path> jar() throws IOException {
		Path root = Path.of(System.getProperty("vigie.root", "..")).toAbsolutePath();
		Path target = root.resolve("simulator/target");
		if (!Files.isDirectory(target)) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.list(target)) {
			return files.filter(it -> it.getFileName().toString().matches("simulator-[^-]+(-SNAPSHOT)?\\.jar")).findFirst();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		client.close();
		process.destroyForcibly();
	}
}
