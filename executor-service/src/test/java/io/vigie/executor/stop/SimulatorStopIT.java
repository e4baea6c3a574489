package io.vigie.executor.stop;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vigie.common.json.VigieJson;
import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.testing.Solo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The emergency stop against the simulator itself, as a process, where it has been built. */
class SimulatorStopIT {

	private static final Logger log = LoggerFactory.getLogger(SimulatorStopIT.class);
	private static final int POSITIONS = 20;
	private static final int ORDERS = 30;

	@Test
	void isFlatAndBlockedWithinFiveSeconds(@TempDir Path folder) throws Exception {
		Optional<Path> jar = jar();
		assumeThat(jar).as("the simulator is built").isPresent();
		int port = freePort();
		Process simulator = simulator(jar.orElseThrow(), port, folder);
		URI venue = URI.create("http://localhost:" + port);
		Thread market = Thread.ofVirtual().unstarted(() -> trade(venue));
		try (Solo executor = new Solo("simulated", venue)) {
			await(() -> assertThat(send(venue, "/simulator/ticks", prints(), 200)).isNotNull());
			market.start();
			executor.start();
			for (int i = 0; i < POSITIONS; i++) {
				OrderDoor.intend(executor.context(), entry("trend", "SYM" + i, "2", "10"));
			}
			for (int i = 0; i < ORDERS; i++) {
				OrderDoor.intendLimitEntry(executor.context(), "breakout", "SYM" + i % POSITIONS, "1", "5");
			}
			await(() -> {
				executor.context().getBean(Settlement.class).settleAll();
				assertThat(executor.jdbc.sql("select count(*) from positions where quantity > 0").query(Long.class).single()).isEqualTo(POSITIONS);
				assertThat(get(venue, "/v2/orders?status=open&limit=500").size()).isEqualTo(2 * POSITIONS + ORDERS);
			});

			executor.post("/trading/emergency-stop", "{\"reason\":\"a test wants it\"}", 202);
			await(() -> assertThat(executor.get("/trading/emergency-stop").path("state").asString()).isEqualTo("FLAT"));

			long millis = executor.get("/trading/emergency-stop").path("flat_after_millis").asLong();
			log.info("20 positions and 30 orders at the simulator: flat after {} ms", millis);
			assertThat(millis).isLessThan(5000);
			assertThat(get(venue, "/v2/orders?status=open&limit=500")).isEmpty();
			assertThat(get(venue, "/v2/positions")).isEmpty();
			assertThat(executor.get("/trading/emergency-stop").path("entries_blocked").asBoolean()).isTrue();
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(java.math.BigDecimal.class).single())
				.isEqualByComparingTo(get(venue, "/v2/account").path("cash").asString());
		}
		finally {
			market.interrupt();
			simulator.destroyForcibly();
		}
	}

	private static void trade(URI venue) {
		try {
			while (true) {
				send(venue, "/simulator/ticks", prints(), 200);
				Thread.sleep(200);
			}
		}
		catch (IOException | InterruptedException | AssertionError _) {
			// The market is over.
		}
	}

	private static String prints() {
		return IntStream.range(0, POSITIONS).mapToObj(it -> "{\"symbol\":\"SYM" + it + "\",\"price\":10,\"size\":100}").collect(Collectors.joining(",", "[", "]"));
	}

	private static Process simulator(Path jar, int port, Path folder) throws IOException {
		var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
			.redirectErrorStream(true).redirectOutput(folder.resolve("simulator.log").toFile());
		builder.environment().putAll(Map.of("VIGIE_SIMULATOR_PORT", String.valueOf(port), "VIGIE_SIMULATOR_DATA", folder.resolve("data").toString(),
				"VIGIE_REPLAY_BUILT_IN", "false", "VIGIE_REPLAY_SPEED", "1"));
		return builder.start();
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

	private static JsonNode get(URI venue, String path) throws IOException, InterruptedException {
		return answer(request(venue, path).build(), 200);
	}

	private static JsonNode send(URI venue, String path, String body, int status) throws IOException, InterruptedException {
		return answer(request(venue, path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), status);
	}

	private static HttpRequest.Builder request(URI venue, String path) {
		return HttpRequest.newBuilder(venue.resolve(path)).header("APCA-API-KEY-ID", "simulator").header("APCA-API-SECRET-KEY", "simulator");
	}

	private static JsonNode answer(HttpRequest request, int status) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return VigieJson.mapper().readTree(response.body());
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().untilAsserted(assertion);
	}
}
