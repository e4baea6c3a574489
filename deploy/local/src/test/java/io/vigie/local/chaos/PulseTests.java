package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Settings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTests {

	private final StubVenue services = new StubVenue().answers("GET /actuator/health/readiness", "{}").answers("GET /sentinel/status",
			"{'links':[{'link':'account-stream','state':'UP'}],'symbols':[{'symbol':'BTC/USD','ticks':5}]}");

	private List<Status> processes = List.of(status("risk", State.UP));

	@AfterEach
	void stop() {
		services.close();
	}

	/** There is no database here; of everything else there is nothing to complain of. */
	@Test
	void findsNothingElseWrong() throws InterruptedException {
		Pulse.Look look = pulse().look();
		assertThat(look.troubles()).containsExactly("the books cannot be read");
		assertThat(look.processes().get(Component.RISK).pid()).isEqualTo(4711);
		assertThat(look.isWhole()).isFalse();
	}

	@Test
	void namesWhatIsNotWell() throws InterruptedException {
		services.answers("GET /sentinel/status", "{'links':[{'link':'account-stream','state':'STALE'}]}");
		processes = List.of(status("risk", State.RESTARTING));
		Pulse.Look look = pulse().look();
		assertThat(look.troubles()).contains("link account-stream is STALE", "risk is RESTARTING");
		assertThat(look.sees("link ")).isTrue();
		assertThat(look.sees("orders")).isFalse();
		assertThat(look.standsByItself()).isFalse();
	}

	@Test
	void noticesAMarketThatStandsStillButOnlyAfterAWhile() throws InterruptedException {
		Pulse pulse = pulse();
		for (int i = 0; i < 15; i++) {
			assertThat(pulse.look().troubles()).doesNotContain("prices stand still");
		}
		pulse.look();
		assertThat(pulse.look().troubles()).contains("prices stand still");
	}

	@Test
	void noticesThatNobodyAnswers() throws InterruptedException {
		services.close();
		processes = List.of();
		assertThat(pulse().look().troubles()).contains("risk is not ready", "executor is not ready", "sentinel does not answer",
				"the supervisor does not answer", "the books cannot be read");
	}

	private Pulse pulse() {
		Settings settings = new Settings(Arrays.stream(Component.values())
			.collect(Collectors.toMap(Component::portVariable, _ -> Integer.toString(services.port()))));
		return new Pulse(() -> processes, settings, new Books(1, "vigie"));
	}

	private static Status status(String name, State state) {
		return new Status(name, state, 4711, 1, Instant.EPOCH, 0, 0, "");
	}
}
