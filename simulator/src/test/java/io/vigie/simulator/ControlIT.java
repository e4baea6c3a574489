package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The market's clock moved, and nonsense refused. */
class ControlIT {

	@TempDir
	private static Path data;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = RunningSimulator.start(data, "VIGIE_SYNTHETIC=SIM1/USD:42");
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void movesRunsAndStopsMarketTime() {
		Instant before = now();
		simulator.post("/simulator/advance", "{\"seconds\":\"90.5\"}");
		assertThat(Duration.between(before, now())).isEqualTo(Duration.ofMillis(90_500));
		simulator.post("/simulator/speed", "{\"speed\":600}");
		assertThat(simulator.post("/simulator/resume", "").body().path("running").booleanValue()).isTrue();
		Instant resumed = now();
		Awaitility.await().until(() -> now().isAfter(resumed.plusSeconds(60)));
		simulator.post("/simulator/pause", "");
		assertThat(now()).isEqualTo(now());
		assertThat(simulator.get("/simulator/status").body().path("symbols").get(0).path("position").intValue()).isPositive();
	}

	@Test
	void printsLaterWhatIsToPrintLater() {
		Instant asked = Instant.now();
		assertThat(simulator.post("/simulator/ticks", """
				[{"symbol":"SOON","price":"1","after_ms":250},{"symbol":"SOON","price":"2","after_ms":500},{"symbol":"NOW","price":"3"}]""")
			.body().path("ticks").intValue()).isEqualTo(3);
		assertThat(simulator.get("/simulator/status").body().toString()).contains("\"NOW\"").doesNotContain("\"SOON\"");
		Awaitility.await().until(() -> simulator.get("/simulator/status").body().toString().contains("\"SOON\""));
		assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(250));
		Awaitility.await().until(() -> simulator.get("/v2/assets/SOON").status() == 200
				&& simulator.get("/simulator/status").body().toString().contains("\"price\":\"2\""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "speed|{\"speed\":0}", "speed|{}", "advance|{\"seconds\":-1}",
			"ticks|[]", "ticks|[{\"symbol\":\"bad symbol\",\"price\":1}]", "ticks|[{\"symbol\":\"A\",\"price\":0}]",
			"ticks|[{\"symbol\":\"A\"}]", "ticks|[{\"symbol\":\"A\",\"price\":1,\"after_ms\":-1}]",
			"ticks|[{\"symbol\":\"A\",\"price\":1},{\"symbol\":\"B\",\"price\":1,\"after_ms\":60001}]", "faults|", "faults|{\"faults\":[]}", "ids|{\"ids\":\"coinbase\"}",
			"activities|{\"type\":\"gift\",\"amount\":1}", "activities|{\"type\":\"interest\"}", "activities|{\"type\":\"interest\",\"amount\":0}",
			"activities|{\"type\":\"fee\",\"amount\":-1}" })
	void refusesNonsense(String path, String body) {
		assertThat(simulator.post("/simulator/" + path, body).status()).isEqualTo(422);
	}

	@Test
	void cutsEveryStreamOff() {
		Socket data = simulator.open("/v2/iex", RunningSimulator.KEYS);
		Socket updates = simulator.open("/stream", Map.of());
		data.hear("msg", "authenticated");
		assertThat(simulator.post("/simulator/disconnect", "").body().path("disconnected").intValue()).isGreaterThanOrEqualTo(2);
		assertThat(data.awaitClose()).isEqualTo(1012);
		assertThat(updates.awaitClose()).isEqualTo(1012);
	}

	@Test
	void countsWhatHappens() {
		simulator.print("COUNT1/USD", "100");
		assertThat(simulator.get("/actuator/prometheus", "text/plain")).contains("simulator_prints_total");
	}

	private static Instant now() {
		return Instant.parse(simulator.get("/v2/clock").text("timestamp"));
	}
}
