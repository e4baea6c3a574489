package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the venue ended by itself is told from what was ended here. */
class DropsTests {

	private static final Instant NOW = OrderFixtures.NOW;

	private Instant now = NOW.minusSeconds(600);
	private final Drops drops = new Drops(clock(() -> now));

	@Test
	void countsWhatTheVenueEnded() {
		Order canceled = OrderFixtures.stop(OrderState.CANCELED, NOW);
		Order expired = OrderFixtures.stop(OrderState.EXPIRED, NOW);
		now = NOW;

		assertThat(drops.among(List.of(canceled, expired, OrderFixtures.stop(OrderState.ACCEPTED, NOW), OrderFixtures.stop(OrderState.REJECTED, NOW))))
			.containsExactlyInAnyOrder(canceled.id(), expired.id());
	}

	@Test
	void countsNothingThatWasCancelledHere() {
		Order raised = OrderFixtures.stop(OrderState.CANCELED, NOW);
		now = NOW;
		drops.except(raised);

		assertThat(drops.among(List.of(raised))).isEmpty();
	}

	@Test
	void forgetsWhatWasLongAgoOrInAnotherLife() {
		Order old = OrderFixtures.stop(OrderState.CANCELED, NOW.minus(Duration.ofMinutes(5)));
		now = NOW;
		assertThat(drops.among(List.of(old))).isEmpty();

		assertThat(new Drops(clock(() -> NOW)).among(List.of(OrderFixtures.stop(OrderState.CANCELED, NOW.minusMillis(1))))).isEmpty();
	}

	private static Clock clock(InstantSource source) {
		return source.withZone(ZoneOffset.UTC);
	}
}
