package io.vigie.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private final RestartPolicy policy = new RestartPolicy();

	@Test
	void waitsLongerEachTimeAndThenGivesUp() {
		policy.up();
		assertThat(policy.next(NOW)).hasValue(Duration.ofMillis(200));
		assertThat(policy.next(NOW)).hasValue(Duration.ofSeconds(1));
		assertThat(policy.next(NOW)).hasValue(Duration.ofSeconds(2));
		assertThat(policy.next(NOW)).hasValue(Duration.ofSeconds(4));
		assertThat(policy.next(NOW)).hasValue(Duration.ofSeconds(8));
		assertThat(policy.next(NOW)).isEmpty();
		assertThat(policy.limit()).isEqualTo("restarted 5 times within 2 minutes");
	}

	@Test
	void givesWhatWasNeverUpOneMoreTry() {
		assertThat(policy.next(NOW)).hasValue(Duration.ofMillis(200));
		assertThat(policy.next(NOW)).isEmpty();
		assertThat(policy.limit()).isEqualTo("never came up");
	}

	@Test
	void forgetsWhatLiesBackLongEnough() {
		policy.up();
		for (int i = 0; i < 5; i++) {
			policy.next(NOW.plusSeconds(i));
		}
		assertThat(policy.next(NOW.plusSeconds(120))).isEmpty();
		assertThat(policy.next(NOW.plusSeconds(121))).hasValue(Duration.ofSeconds(8));
		assertThat(policy.next(NOW.plusSeconds(300))).hasValue(Duration.ofMillis(200));
	}

	@Test
	void beginsAnewWhenForgiven() {
		policy.up();
		while (policy.next(NOW).isPresent()) {
			// until it has given up
		}
		policy.forgive();
		assertThat(policy.next(NOW)).hasValue(Duration.ofMillis(200));
	}
}
