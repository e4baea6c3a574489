package io.vigie.health.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.health.StubService;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpProbeTests {

	private final StubService service = new StubService();
	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		service.close();
		client.close();
	}

	@Test
	void takesAnAnswerForLife() {
		Reading reading = look();
		assertThat(reading.state()).isEqualTo(State.UP);
		assertThat(service.requests()).containsExactly("GET /actuator/health");
	}

	@Test
	void takesSilenceForDeath() {
		service.hang();
		Reading reading = look();
		assertThat(reading.state()).isEqualTo(State.DOWN);
		assertThat(reading.why()).isEqualTo("no answer within 300 ms");
	}

	@Test
	void saysThatWhoeverHangsMayOnlyWaitForTheGround() {
		service.hang();
		assertThat(look().suspects()).containsExactlyInAnyOrder("postgres", "kafka");
		service.close();
		assertThat(look().suspects()).as("whoever is not there waits for nothing").isEmpty();
	}

	@Test
	void readsNoMoreThanItMust() {
		service.answer(200, "{\"status\":\"UP\",\"filler\":\"" + "x".repeat(100_000) + "\"}");
		assertThat(look().state()).as("cut off, so not readable").isEqualTo(State.DOWN);
	}

	@Test
	void takesARefusalForDeath() {
		service.close();
		Reading reading = look();
		assertThat(reading.state()).isEqualTo(State.DOWN);
		assertThat(reading.why()).isEqualTo("refuses connections");
	}

	@Test
	void blamesTheDatabaseWhenThatIsAllTheServiceLacks() {
		service.answer(503, """
				{"status":"DOWN","components":{"db":{"status":"DOWN"},"kafka":{"status":"UP"},"ping":{"status":"UP"}}}""");
		Reading reading = look();
		assertThat(reading.state()).isEqualTo(State.DEGRADED);
		assertThat(reading.why()).isEqualTo("says DOWN, for lack of db");
		assertThat(reading.suspects()).containsExactly("postgres");
	}

	@Test
	void blamesNobodyWhenSomethingOfItsOwnFailsToo() {
		service.answer(503, """
				{"status":"DOWN","components":{"db":{"status":"DOWN"},"venue":{"status":"DOWN"}}}""");
		assertThat(look().suspects()).isEmpty();
	}

	@Test
	void takesABrokenProcessForDeath() {
		service.answer(503, """
				{"status":"DOWN","components":{"livenessState":{"status":"DOWN"}}}""");
		assertThat(look().state()).isEqualTo(State.DOWN);
	}

	@Test
	void takesAnythingElseThanHealthForDeath() {
		for (String body : new String[] { "", "<html>", "[]", "{}", "{\"status\":", "null" }) {
			service.answer(200, body);
			assertThat(look().state()).as(body).isEqualTo(State.DOWN);
		}
	}

	@Test
	void callsSlowAnswersDegraded() {
		Reading reading = probe(Duration.ofNanos(1)).look();
		assertThat(reading.state()).isEqualTo(State.DEGRADED);
		assertThat(reading.why()).startsWith("answers slowly");
	}

	@Test
	void callsAServiceDegradedThatIsFarBehind() {
		Reading up = Reading.of("analyst", State.UP, "fine", Duration.ZERO, Clock.systemUTC().instant());
		Lags lags = new Lags(true, Map.of("analyst", Map.of("sentinel.ticks.v1", 101L)));
		assertThat(Probes.withLag(up, lags, 100).state()).isEqualTo(State.DEGRADED);
		assertThat(Probes.withLag(up, lags, 100).why()).isEqualTo("is 101 messages behind (sentinel.ticks.v1 101), more than 100");
		assertThat(Probes.withLag(up, lags, 101)).isSameAs(up);
	}

	private Reading look() {
		return probe(Duration.ofSeconds(5)).look();
	}

	private HttpProbe probe(Duration slow) {
		return new HttpProbe("analyst", service.url(), client, VigieJson.mapper(),
				new ProbeSettings(Map.of(), Duration.ofMillis(300), slow, 100, BigDecimal.ONE, 0), Clock.systemUTC());
	}
}
