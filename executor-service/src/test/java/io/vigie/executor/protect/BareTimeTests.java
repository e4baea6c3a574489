package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BareTimeTests {

	private static final Cover BARE = cover("0");
	private static final Cover WHOLE = cover("5");

	private Instant now = Instant.parse("2026-11-20T12:00:00Z");
	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
	private final Covers covers = mock(Covers.class);
	private final BareTime bareTime = new BareTime(covers, metrics, new Clock() {
		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return now;
		}
	});

	@BeforeEach
	void noTrades() {
		when(covers.tradedAt(any())).thenReturn(Optional.empty());
	}

	@Test
	void countsWhatWasProtectedFromTheBeginningWithZero() {
		bareTime.look(List.of(WHOLE));
		later(1000, WHOLE);

		assertThat(timer().count()).isEqualTo(1);
		assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isZero();
	}

	@Test
	void countsFromTheTradeThatOpenedThePosition() {
		bareTime.look(List.of());
		when(covers.tradedAt(any())).thenReturn(Optional.of(now.plusMillis(300)));
		later(500, BARE);
		assertThat(bareTime.of(BARE.lane())).isEqualTo(Duration.ofMillis(200));
		assertThat(unprotected()).isEqualTo(1);

		later(500, WHOLE);

		assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(700);
		assertThat(bareTime.of(BARE.lane())).isZero();
		assertThat(unprotected()).isZero();
	}

	@Test
	void countsFromNowWhereNoTradeOpenedIt() {
		bareTime.look(List.of(WHOLE));
		when(covers.tradedAt(any())).thenReturn(Optional.of(now.minusSeconds(60)));
		later(500, BARE);
		assertThat(bareTime.of(BARE.lane())).isZero();
		later(400, BARE);
		later(100, WHOLE);

		assertThat(timer().count()).isEqualTo(2);
		assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(500);
	}

	@Test
	void countsWhatWasClosedWithoutEverHavingAStop() {
		bareTime.look(List.of(BARE));
		now = now.plusMillis(900);
		bareTime.look(List.of());

		assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(900);
		assertThat(unprotected()).isZero();
	}

	@Test
	void countsEachPositionOfALane() {
		bareTime.look(List.of(WHOLE));
		bareTime.look(List.of());
		bareTime.look(List.of(WHOLE));

		assertThat(timer().count()).isEqualTo(2);
	}

	private void later(long millis, Cover cover) {
		now = now.plusMillis(millis);
		bareTime.look(List.of(cover));
	}

	private double unprotected() {
		return metrics.get("vigie.positions.unprotected").gauge().value();
	}

	private Timer timer() {
		return metrics.get("vigie.position.unprotected").tag("bot", "trend").tag("symbol", "AAPL").timer();
	}

	private static Cover cover(String covered) {
		return new Cover("trend", "AAPL", new BigDecimal("5"), new BigDecimal(covered), false);
	}
}
