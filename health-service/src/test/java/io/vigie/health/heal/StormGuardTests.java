package io.vigie.health.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormGuardTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private final StormGuard guard = new StormGuard(Duration.ofMinutes(1), 3, Duration.ofHours(1));

	@Test
	void allowsTheFirst() {
		assertThat(guard.refusal(List.of(), NOON)).isEmpty();
	}

	@Test
	void refusesTheSecondWhileTheFirstCoolsDown() {
		assertThat(guard.refusal(List.of(NOON), NOON.plusSeconds(59))).get().asString().contains("again only after 2026-11-20T12:01:00Z");
		assertThat(guard.refusal(List.of(NOON), NOON.plusSeconds(60))).isEmpty();
	}

	@Test
	void doublesTheCoolDownEachTime() {
		List<Instant> two = List.of(NOON.plusSeconds(60), NOON);
		assertThat(guard.refusal(two, NOON.plusSeconds(179))).isPresent();
		assertThat(guard.refusal(two, NOON.plusSeconds(180))).isEmpty();
	}

	@Test
	void refusesMoreThanTheBoundUntilTheWindowHasMovedOn() {
		List<Instant> three = List.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(180));
		assertThat(guard.refusal(three, NOON.plusSeconds(3599))).get().asString()
			.contains("restarted 3 times", "next time after 2026-11-20T13:00:00Z");
		assertThat(guard.refusal(three, NOON.plusSeconds(3600))).isEmpty();
	}
}
