package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any part is killed while the platform trades: it comes back by itself, and the books still agree with the venue. */
class SurvivalIT {

	private static final Platform PLATFORM = Platform.started();
	private static final Duration HEALING = Duration.ofMinutes(4);
	private static final Duration OUTAGE = Duration.parse(System.getProperty("vigie.outage", "PT15S"));

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
		signal("-STOP", List.of(hung));
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

	/** With {@code -Dvigie.outage=PT60S} for as long as one likes. */
	@ParameterizedTest
	@ValueSource(strings = { "kafka", "postgres" })
	void losesNothingWhileWhatItStandsOnIsSilent(String part) throws IOException, InterruptedException {
		long before = trades();
		List<ProcessHandle> silent = Stream.concat(Stream.of(PLATFORM.process(part)), PLATFORM.process(part).descendants()).toList();
		signal("-STOP", silent);
		try {
			Awaitility.await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(10)).until(() -> true);
		}
		finally {
			signal("-CONT", silent);
		}
		for (String service : services()) {
			Patience.within(HEALING, service + " to be ready again", () -> PLATFORM.http(service).isUp(), up -> up);
		}
		Patience.until("trading to go on", SurvivalIT::trades, now -> now > before);
		Audit.of(PLATFORM).passes();
	}

	private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		processes.stream().filter(ProcessHandle::isAlive).forEach(it -> command.add(Long.toString(it.pid())));
		if (command.size() > 2) {
			new ProcessBuilder(command).start().waitFor();
		}
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
