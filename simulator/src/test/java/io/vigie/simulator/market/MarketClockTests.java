package io.vigie.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MarketClockTests {

	private static final Instant BASE = Instant.parse("2026-01-05T00:00:00Z");

	private final AtomicLong nanos = new AtomicLong(5_000);
	private final MarketClock clock = new MarketClock(BASE, BigDecimal.valueOf(60), nanos::get);

	@Test
	void standsStillUntilItIsResumed() {
		pass(1);
		assertThat(clock.now()).isEqualTo(BASE);
		assertThat(clock.isRunning()).isFalse();
	}

	@Test
	void runsAtItsSpeed() {
		clock.resume();
		pass(2);
		assertThat(clock.now()).isEqualTo(BASE.plusSeconds(120));
	}

	@Test
	void keepsWhatItHasRunWhenItsSpeedChanges() {
		clock.resume();
		pass(1);
		clock.changeSpeed(new BigDecimal("0.5"));
		pass(2);
		assertThat(clock.now()).isEqualTo(BASE.plusSeconds(61));
	}

	@Test
	void leavesOutThePause() {
		clock.resume();
		pass(1);
		clock.pause();
		pass(100);
		clock.resume();
		pass(1);
		assertThat(clock.now()).isEqualTo(BASE.plusSeconds(120));
	}

	@Test
	void canBeMovedByHand() {
		clock.moveTo(BASE.plusSeconds(30));
		assertThat(clock.now()).isEqualTo(BASE.plusSeconds(30));
	}

	private void pass(long seconds) {
		nanos.addAndGet(seconds * 1_000_000_000);
	}
}
