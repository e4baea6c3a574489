package io.vigie.risk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private static final BreakerSettings SETTINGS = new BreakerSettings(3, Duration.ofSeconds(10));

	@Test
	void opensAtTheThirdFailureInARow() {
		Breaker twice = fails(fails(Breaker.unheard("broker-api"), 1, 0), 2, 1);
		assertThat(blocks(twice, 1)).isFalse();
		Breaker thrice = fails(twice, 3, 2);
		assertThat(blocks(thrice, 2)).isTrue();
		assertThat(thrice.trippedAt()).isEqualTo(at(2));
		assertThat(fails(thrice, 4, 3).trippedAt()).as("since the first time").isEqualTo(at(2));
	}

	@Test
	void believesTheSentinelWhereItCountedMore() {
		assertThat(blocks(fails(Breaker.unheard("broker-api"), 3, 0), 0)).isTrue();
	}

	@Test
	void closesOnlyAfterItWasGoodForLongEnough() {
		Breaker back = fails(Breaker.unheard("broker-api"), 3, 0).good(at(5));
		assertThat(blocks(back, 5)).isTrue();
		assertThat(back.blocks(at(15).minusMillis(1), SETTINGS.proof())).isTrue();
		assertThat(blocks(back, 15)).isFalse();
		assertThat(back.good(at(9)).goodSince()).as("told again").isEqualTo(at(5));
		assertThat(back.proven()).isEqualTo(new Breaker("broker-api", 0, "why", null, at(5)));
	}

	@Test
	void provesNothingByComingAndGoing() {
		Breaker flapping = Breaker.unheard("account-stream");
		for (int second = 0; second < 9; second += 3) {
			flapping = fails(flapping.good(at(second)), 1, second + 2);
		}
		assertThat(blocks(flapping, 9)).isTrue();
		Breaker again = fails(flapping.good(at(9)), 1, 18);
		assertThat(blocks(again, 18)).as("nine seconds are no ten").isTrue();
	}

	@Test
	void beginsAnewAfterItWasProven() {
		Breaker broken = fails(fails(Breaker.unheard("crypto-feed"), 1, 0), 2, 1);
		Breaker later = fails(broken.good(at(2)), 1, 12);
		assertThat(later.failures()).isEqualTo(1);
		assertThat(blocks(later, 12)).isFalse();
	}

	private static Breaker fails(Breaker breaker, int told, int second) {
		return breaker.failed(told, "why", at(second), SETTINGS);
	}

	private static boolean blocks(Breaker breaker, int second) {
		return breaker.blocks(at(second), SETTINGS.proof());
	}

	private static Instant at(int second) {
		return NOON.plusSeconds(second);
	}
}
