package io.vigie.executor.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconcileTimerTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final Reconciliation reconciliation = mock(Reconciliation.class);
	private final ReconcileTimer timer = new ReconcileTimer(reconciliation, new ReconcileSettings(Duration.ofHours(1), BigDecimal.TEN),
			Clock.fixed(NOON, ZoneOffset.UTC));

	@Test
	void waitsForTheStart() {
		timer.soon("reconnected");

		assertThat(timer.due(NOON)).isNull();
	}

	@Test
	void comesRoundWhenTheLastTimeIsLongAgo() {
		when(reconciliation.last()).thenReturn(report(true));

		assertThat(timer.due(NOON.plus(Duration.ofMinutes(59)))).isNull();
		assertThat(timer.due(NOON.plus(Duration.ofHours(1)))).isEqualTo("every PT1H");
	}

	@Test
	void comesBackSoonWhereEventsWereOnTheirWay() {
		when(reconciliation.last()).thenReturn(report(false));

		assertThat(timer.due(NOON.plusSeconds(59))).isNull();
		assertThat(timer.due(NOON.plusSeconds(60))).isEqualTo("events were on their way");
	}

	@Test
	void doesWhatIsWishedOnce() {
		when(reconciliation.last()).thenReturn(report(true));
		timer.soon("reconnected");
		assertThat(timer.due(NOON)).isEqualTo("reconnected");

		timer.tick();

		verify(reconciliation, timeout(5000)).run("reconnected");
		assertThat(timer.due(NOON)).isNull();
	}

	@Test
	void triesAgainLaterWhatFailed() {
		when(reconciliation.last()).thenReturn(report(true));
		when(reconciliation.run(any())).thenThrow(new IllegalStateException("venue down"));
		timer.soon("reconnected");

		timer.tick();

		verify(reconciliation, timeout(5000)).run("reconnected");
		org.awaitility.Awaitility.await().until(() -> timer.due(NOON.plusSeconds(10)) != null);
		assertThat(timer.due(NOON.plusSeconds(9))).isNull();
	}

	private static Report report(boolean settled) {
		return new Report(UUID.randomUUID(), "test", 0, List.of(), List.of(), settled, BigDecimal.ZERO, Map.of(), NOON);
	}
}
