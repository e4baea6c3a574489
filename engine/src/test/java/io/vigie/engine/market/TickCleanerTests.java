package io.vigie.engine.market;

import static io.vigie.engine.market.TickFixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickCleanerTests {

	private final TickCleaner cleaner = new TickCleaner();

	@Test
	void takesPrintsInOrder() {
		assertThat(cleaner.check(tick(1, "12:00:00", "10", "1"))).isNull();
		assertThat(cleaner.check(tick(2, "12:00:00", "10", "1"))).isNull();
		assertThat(cleaner.check(tick(3, "12:00:01", "10", "0"))).isNull();
		assertThat(cleaner.dropped()).isEmpty();
	}

	@Test
	void dropsPricesThatAreNotPositive() {
		assertThat(cleaner.check(tick(1, "12:00:00", "0.00", "1"))).isEqualTo(TickFlaw.BAD_PRICE);
		assertThat(cleaner.check(tick(2, "12:00:00", "-1", "1"))).isEqualTo(TickFlaw.BAD_PRICE);
	}

	@Test
	void dropsNegativeSizes() {
		assertThat(cleaner.check(tick(1, "12:00:00", "10", "-0.1"))).isEqualTo(TickFlaw.BAD_SIZE);
	}

	@Test
	void dropsPrintSeenBefore() {
		cleaner.check(tick(1, "12:00:00", "10", "1"));
		cleaner.check(tick(2, "12:00:01", "10", "1"));

		assertThat(cleaner.check(tick(2, "12:00:01", "10", "1"))).isEqualTo(TickFlaw.DUPLICATE);
		assertThat(cleaner.check(tick(1, "12:00:00", "10", "1"))).isEqualTo(TickFlaw.DUPLICATE);
	}

	@Test
	void dropsLatePrint() {
		cleaner.check(tick(5, "12:00:01", "10", "1"));

		assertThat(cleaner.check(tick(6, "12:00:00", "10", "1"))).isEqualTo(TickFlaw.OUT_OF_ORDER);
		assertThat(cleaner.check(tick(4, "12:00:01", "10", "1"))).isEqualTo(TickFlaw.OUT_OF_ORDER);
	}

	@Test
	void takesLaterPrintOfNewNumbering() {
		cleaner.check(tick(900, "12:00:00", "10", "1"));

		assertThat(cleaner.check(tick(1, "12:00:01", "10", "1"))).isNull();
	}

	@Test
	void dropsWhatWasTakenBeforeItBegan() {
		TickCleaner continued = new TickCleaner(Instant.parse("2026-03-02T12:00:00Z"), 7);

		assertThat(continued.check(tick(7, "12:00:00", "10", "1"))).isEqualTo(TickFlaw.DUPLICATE);
		assertThat(continued.check(tick(8, "12:00:00", "10", "1"))).isNull();
	}

	@Test
	void countsByCause() {
		cleaner.check(tick(1, "12:00:00", "0", "1"));
		cleaner.check(tick(2, "12:00:00", "0", "1"));
		cleaner.check(tick(3, "12:00:00", "1", "-1"));

		assertThat(cleaner.dropped()).isEqualTo(Map.of(TickFlaw.BAD_PRICE, 2L, TickFlaw.BAD_SIZE, 1L));
	}
}
