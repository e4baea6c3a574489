package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any part is killed while the platform trades: it comes back by itself, and the books still agree with the venue. */
class SurvivalIT {

	private static final Platform PLATFORM = Platform.started();
	private static final Duration HEALING = Duration.ofMinutes(4);

	static List<String> services() {
		return Platform.SERVICES;
	}

	@ParameterizedTest
	@MethodSource("services")
	void comesBackAndLosesNothing(String service) {
		long before = trades();
		kill(service);
		Patience.until(service + " to be back", () -> PLATFORM.http(service).isUp(), up -> up);
		Patience.until("trading to go on", SurvivalIT::trades, now -> now > before);
		Audit.of(PLATFORM).passes();
	}

	@Test
	void healsWhatHangsAndSaysSo() throws IOException, InterruptedException {
		ProcessHandle hung = PLATFORM.process("risk");
		assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(hung.pid())).start().waitFor()).isZero();
		Patience.within(HEALING, "health to tell of the outage", () -> PLATFORM.http("health").get("/health/alerts").toString(),
				alerts -> alerts.contains("risk"));
		Patience.within(HEALING, "health to replace what hangs", () -> PLATFORM.process("risk").pid(), pid -> pid != hung.pid());
		Patience.within(HEALING, "risk to be back", () -> PLATFORM.http("risk").isUp(), up -> up);
		Patience.until("health to tell that it did", () -> PLATFORM.http("health").get("/health/heals").toString(),
				heals -> heals.contains("risk"));
		Audit.of(PLATFORM).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kafka", "postgres" })
	void outlastsTheLossOfWhatItStandsOn(String part) {
		long before = trades();
		kill(part);
		for (String service : services()) {
			Patience.until(service + " to be ready again", () -> PLATFORM.http(service).isUp(), up -> up);
		}
		Patience.until("trading to go on", SurvivalIT::trades, now -> now > before);
		Audit.of(PLATFORM).passes();
	}

	private static void kill(String part) {
		ProcessHandle process = PLATFORM.process(part);
		assertThat(process.destroyForcibly()).as("kill -9 " + part).isTrue();
		process.onExit().join();
	}

	private static long trades() {
		return PLATFORM.http("executor").list("/trading/trades?limit=1000").count();
	}
}
