package io.vigie.sentinel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Tick;
import io.vigie.sentinel.Prints;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionTests {

	private static final Instant NOON = Prints.NOON;

	@Test
	void ordersByTimeThenNumber() {
		assertThat(new Position(NOON, 9)).isLessThan(new Position(NOON.plusNanos(1), 1))
				.isGreaterThan(new Position(NOON, 8));
	}

	@Test
	void knowsWhatComesAfterIt() {
		Position position = Position.of(tick(5, NOON));

		assertThat(position.isBefore(tick(5, NOON))).isFalse();
		assertThat(position.isBefore(tick(6, NOON))).isTrue();
		assertThat(position.isBefore(tick(6, NOON.minusNanos(1)))).isFalse();
		assertThat(position.isBefore(tick(1, NOON.plusNanos(1)))).isTrue();
	}

	@Test
	void endsRightBeforeAnInstant() {
		assertThat(Position.before(NOON).isBefore(tick(1, NOON))).isTrue();
		assertThat(Position.before(NOON).isBefore(tick(Long.MAX_VALUE, NOON.minusNanos(1)))).isFalse();
		assertThat(Position.BEFORE_ALL.isBefore(tick(Long.MIN_VALUE, Instant.EPOCH))).isTrue();
	}

	private static Tick tick(long sequence, Instant at) {
		return Prints.tick("A", sequence, at, "1", "1");
	}
}
