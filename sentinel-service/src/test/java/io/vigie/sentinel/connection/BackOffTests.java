package io.vigie.sentinel.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTests {

	private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30), new Random(1));

	@Test
	void doublesWithEveryFailure() {
		for (int failures = 1; failures <= 7; failures++) {
			long full = 250L << failures - 1;
			assertThat(backOff.pause(failures).toMillis()).isBetween(full / 2, full);
		}
	}

	@Test
	void neverPausesLongerThanAllowed() {
		assertThat(IntStream.of(8, 20, 63, 64, 65, 1_000_000)).allSatisfy(it -> assertThat(backOff.pause(it).toMillis())
				.isBetween(15_000L, 30_000L));
	}

	@Test
	void doesNotKnockAtTheSameTimeAsOthers() {
		assertThat(IntStream.range(0, 100).mapToObj(_ -> backOff.pause(5)).distinct().count()).isGreaterThan(50);
	}
}
