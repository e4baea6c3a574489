package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.health.probe.Lags;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final Incident incident = new Incident("analyst", NOON);

	@Test
	void saysFromWhenToWhenAndWhatWasMissed() {
		see(State.DEGRADED, "answers slowly", 3);
		see(State.DOWN, "refuses connections", 4213);
		see(State.DOWN, "later words", 100);
		incident.affects("risk");
		assertThat(incident.resolution(NOON.plusSeconds(69))).isEqualTo("analyst is up again: was DOWN from 2026-11-20T12:00:00Z "
				+ "to 2026-11-20T12:01:09Z (69 s; refuses connections); 4213 messages waited for it meanwhile (sentinel.bars.v1 4213); "
				+ "affected meanwhile: risk");
		assertThat(incident.detail()).endsWith("Affected: risk");
	}

	@Test
	void saysWhenNothingWasMissed() {
		see(State.DOWN, "refuses connections", 0);
		assertThat(incident.resolution(NOON.plusSeconds(1))).contains("no messages waited for it");
	}

	private void see(State state, String why, long waiting) {
		incident.see(new Standing("analyst", state, NOON, why, NOON), Reading.of("analyst", state, why, Duration.ZERO, NOON),
				new Lags(true, Map.of("analyst", Map.of("sentinel.bars.v1", waiting, "sentinel.ticks.v1", 0L))));
	}
}
