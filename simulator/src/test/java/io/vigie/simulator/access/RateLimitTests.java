package io.vigie.simulator.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.setting.VariablesFixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RateLimitTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T10:00:10Z"));
	private final RateLimit limit = new RateLimit(VariablesFixtures.of("VIGIE_SIMULATOR_RATE_LIMIT=3"), clock());

	@Test
	void countsDownAndBeyond() {
		assertThat(new int[] { limit.take(), limit.take(), limit.take(), limit.take() }).containsExactly(2, 1, 0, -1);
	}

	@Test
	void startsOverWithTheMinute() {
		limit.take();
		assertThat(limit.resetAt()).isEqualTo(Instant.parse("2026-01-05T10:01:00Z").getEpochSecond());
		now.set(Instant.parse("2026-01-05T10:01:00Z"));
		assertThat(limit.take()).isEqualTo(2);
	}

	@Test
	void knowsTheKeys() {
		Keys keys = new Keys(VariablesFixtures.of("ALPACA_API_KEY_ID=id", "ALPACA_API_SECRET_KEY=secret"));
		assertThat(keys.fit("id", "secret")).isTrue();
		assertThat(keys.fit("id", "Secret")).isFalse();
		assertThat(keys.fit("secret", "id")).isFalse();
		assertThat(keys.fit(null, null)).isFalse();
		assertThat(new Keys(VariablesFixtures.of()).fit("simulator", "simulator")).isTrue();
	}

	private Clock clock() {
		Clock clock = Mockito.mock(Clock.class);
		Mockito.when(clock.instant()).thenAnswer(_ -> now.get());
		Mockito.when(clock.getZone()).thenReturn(ZoneOffset.UTC);
		return clock;
	}
}
