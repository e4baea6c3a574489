package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.RunningSimulator.Answer;
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

/** The market's clock moved, and things going wrong on demand. */
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "speed|{\"speed\":0}", "speed|{}", "advance|{\"seconds\":-1}",
			"ticks|[]", "ticks|[{\"symbol\":\"bad symbol\",\"price\":1}]", "ticks|[{\"symbol\":\"A\",\"price\":0}]",
			"ticks|[{\"symbol\":\"A\"}]", "faults|{\"kind\":\"flood\",\"count\":1}", "faults|{\"kind\":\"delay\",\"count\":0}" })
	void refusesNonsense(String path, String body) {
		assertThat(simulator.post("/simulator/" + path, body).status()).isEqualTo(422);
	}

	@Test
	void losesAnAnswerButNotTheOrder() {
		simulator.print("LOST1/USD", "100");
		simulator.post("/simulator/faults", "{\"kind\":\"lost_answer\",\"method\":\"POST\",\"path\":\"/v2/orders\",\"count\":1}");
		assertThat(simulator.post("/v2/orders", order("lost1")).status()).isEqualTo(504);
		assertThat(simulator.get("/v2/orders:by_client_order_id?client_order_id=lost1").status()).isEqualTo(200);
		assertThat(simulator.post("/v2/orders", order("lost2")).status()).isEqualTo(200);
	}

	@Test
	void isUnavailableAsOftenAsTold() {
		simulator.print("LOST1/USD", "100");
		simulator.post("/simulator/faults", "{\"kind\":\"unavailable\",\"path\":\"/v2/orders\",\"count\":2}");
		assertThat(simulator.post("/v2/orders", order("gone1")).status()).isEqualTo(503);
		assertThat(simulator.get("/v2/account").status()).isEqualTo(200);
		assertThat(simulator.get("/v2/orders").status()).isEqualTo(503);
		assertThat(simulator.get("/v2/orders:by_client_order_id?client_order_id=gone1").status()).isEqualTo(404);
		simulator.post("/simulator/faults", "{\"kind\":\"throttled\",\"path\":\"/v2/clock\",\"count\":9}");
		Answer throttled = simulator.get("/v2/clock");
		assertThat(throttled.status()).isEqualTo(429);
		assertThat(throttled.headers()).containsKey("retry-after");
		assertThat(simulator.delete("/simulator/faults").body()).isEmpty();
		assertThat(simulator.get("/v2/clock").status()).isEqualTo(200);
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

	private static String order(String id) {
		return """
				{"symbol":"LOST1/USD","qty":"1","side":"buy","type":"market","time_in_force":"gtc","client_order_id":"%s"}""".formatted(id);
	}
}
