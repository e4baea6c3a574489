package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.OrderState;
import io.vigie.executor.order.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the venue ended by itself is told from what was ended here. */
class DropsTests {

	private static final Instant NOW = SituationTests.NOW;

	private Instant now = NOW.minusSeconds(600);
	private final Drops drops = new Drops(clock(() -> now));

	@Test
	void countsWhatTheVenueEnded() {
		Order canceled = SituationTests.own("10", OrderState.CANCELED, NOW);
		Order expired = SituationTests.own("10", OrderState.EXPIRED, NOW);
		now = NOW;

		assertThat(drops.among(List.of(canceled, expired, SituationTests.own("10", OrderState.ACCEPTED, NOW), SituationTests.own("10", OrderState.REJECTED, NOW))))
			.containsExactlyInAnyOrder(canceled.id(), expired.id());
	}

	@Test
	void countsNothingThatWasCancelledHere() {
		Order raised = SituationTests.own("10", OrderState.CANCELED, NOW);
		now = NOW;
		drops.except(raised);

		assertThat(drops.among(List.of(raised))).isEmpty();
	}

	@Test
	void forgetsWhatWasLongAgoOrInAnotherLife() {
		Order old = SituationTests.own("10", OrderState.CANCELED, NOW.minus(Duration.ofMinutes(5)));
		now = NOW;
		assertThat(drops.among(List.of(old))).isEmpty();

		assertThat(new Drops(clock(() -> NOW)).among(List.of(SituationTests.own("10", OrderState.CANCELED, NOW.minusMillis(1))))).isEmpty();
	}

	private static Clock clock(InstantSource source) {
		return source.withZone(ZoneOffset.UTC);
	}
}
