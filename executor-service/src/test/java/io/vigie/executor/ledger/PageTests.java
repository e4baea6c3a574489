package io.vigie.executor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Transaction;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTests {

	private static final Instant LATER = Instant.parse("2026-11-20T12:00:00Z");

	private final Page page = PageFixtures.page("trend", "breakout");
	private final UUID order = UUID.randomUUID();

	@Test
	void booksAKeyOnce() {
		assertThat(page.book(fee("a", "1"), null)).isTrue();
		assertThat(page.book(fee("a", "1"), null)).isFalse();
		assertThat(page.book(fee("known", "1"), null)).isFalse();

		assertThat(page.entry("trend").portfolio().cash()).isEqualByComparingTo("24999");
	}

	@Test
	void countsEveryChangeOfABot() {
		page.book(fee("a", "1"), null);
		page.hold("trend", order, BigDecimal.TEN, LATER);

		assertThat(page.sequence("trend")).isEqualTo(3);
		assertThat(page.sequence("breakout")).isEqualTo(1);
		assertThat(page.changed()).containsExactly("trend");
	}

	@Test
	void holdsOnlyFreeCash() {
		assertThat(page.hold("trend", order, new BigDecimal("25000"), LATER)).isTrue();
		assertThat(page.hold("trend", UUID.randomUUID(), new BigDecimal("0.01"), LATER)).isFalse();
		assertThat(page.entry("trend").free()).isZero();
	}

	@Test
	void doesNotCountAHoldOfNothing() {
		assertThat(page.hold("trend", order, BigDecimal.ZERO, LATER)).isTrue();
		assertThat(page.changed()).isEmpty();
	}

	@Test
	void freesWhatTheOrderDoesNotNeedAnyMore() {
		page.hold("trend", order, new BigDecimal("100"), LATER);
		page.follow("trend", order, BigDecimal.ONE, BigDecimal.TEN, false, LATER);
		assertThat(page.entry("trend").held()).isEqualByComparingTo("90");

		page.follow("trend", order, BigDecimal.ONE, BigDecimal.TEN, true, LATER);
		assertThat(page.entry("trend").held()).isZero();
	}

	@Test
	void doesNotSetAsideWhatTheOrderHasPaid() {
		page.hold("trend", order, new BigDecimal("100"), LATER);
		page.book(bought("f", "5", "15"), order);
		page.follow("trend", order, new BigDecimal("5"), BigDecimal.TEN, false, LATER);
		assertThat(page.entry("trend").held()).isEqualByComparingTo("25");

		page.book(Bookings.fee("fee", "trend", "BTC/USD", "USD", new BigDecimal("3"), "", LATER), order);
		assertThat(page.entry("trend").held()).isEqualByComparingTo("22");
		assertThat(page.entry("trend").free()).isEqualByComparingTo("24900");
	}

	@Test
	void setsNoMoreAsideForMoneyThatComesBack() {
		page.hold("trend", order, new BigDecimal("100"), LATER);
		page.book(Bookings.fee("rebate", "trend", "BTC/USD", "USD", new BigDecimal("-3"), "", LATER), order);

		assertThat(page.entry("trend").held()).isEqualByComparingTo("100");
	}

	@Test
	void knowsWhoHoldsASymbol() {
		page.book(bought("f", "5", "15"), order);

		assertThat(page.holders("BTC/USD")).containsOnlyKeys("trend").allSatisfy((_, units) -> assertThat(units).isEqualByComparingTo("5"));
		assertThat(page.holders("ETH/USD")).isEmpty();
		assertThat(page.bots()).containsExactlyInAnyOrder("trend", "breakout");
	}

	@Test
	void remembersTheSplitItBooks() {
		page.book(bought("f", "5", "15"), order);
		assertThat(page.lastSplit("BTC/USD")).isEmpty();
		page.book(Bookings.split("s", "trend", "BTC/USD", "BTC", BigDecimal.TEN, "3:1", LATER), null);

		assertThat(page.lastSplit("BTC/USD")).contains(new BookedSplit("3:1", BigDecimal.TEN));
		assertThat(page.lastSplit("ETH/USD")).isEmpty();
	}

	@Test
	void knowsWhoPaidBetweenTheTwoHalvesOfAnExchange() {
		page.book(bought("f", "5", "15"), order);
		page.book(Bookings.split("old", "trend", "BTC/USD", "BTC", new BigDecimal("-5"), "", LATER), null);

		assertThat(page.holders("BTC/USD")).containsOnlyKeys("trend").allSatisfy((_, paid) -> assertThat(paid).isEqualByComparingTo("75"));
	}

	@Test
	void doesNotMindOrdersThatHoldNothing() {
		page.follow("trend", order, BigDecimal.ONE, BigDecimal.TEN, true, LATER);

		assertThat(page.changed()).isEmpty();
	}

	@Test
	void keepsPositionsInStep() {
		page.book(Bookings.fill("f", "trend", new Bookings.Traded("BTC/USD", "BTC", "USD", Side.BUY, BigDecimal.TWO, BigDecimal.TEN), "", LATER), order);

		assertThat(page.position("trend", "BTC/USD").averagePrice()).isEqualByComparingTo("10");
		assertThat(page.position("breakout", "BTC/USD").quantity()).isZero();
		assertThat(page.entry("trend").asOf()).isEqualTo(LATER);
	}

	@Test
	void neverGoesBackInTime() {
		page.book(fee("a", "1"), null);
		page.book(Bookings.fee("b", "trend", null, "USD", BigDecimal.ONE, "", LATER.minusSeconds(9)), null);

		assertThat(page.entry("trend").asOf()).isEqualTo(LATER);
	}

	@Test
	void refusesBotsItWasNotOpenedFor() {
		assertThatIllegalStateException().isThrownBy(() -> page.sequence("nobody")).withMessageContaining("nobody");
		assertThatIllegalStateException().isThrownBy(() -> page.hold("nobody", order, BigDecimal.ONE, LATER));
	}

	private static Transaction bought(String key, String quantity, String price) {
		return Bookings.fill(key, "trend", new Bookings.Traded("BTC/USD", "BTC", "USD", Side.BUY, new BigDecimal(quantity), new BigDecimal(price)), "",
				LATER);
	}

	private static Transaction fee(String key, String amount) {
		return Bookings.fee(key, "trend", null, "USD", new BigDecimal(amount), "fee", LATER);
	}
}
