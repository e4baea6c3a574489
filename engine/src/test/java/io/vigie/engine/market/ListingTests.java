package io.vigie.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTests {

	private static final Instrument PAIR = Instrument.of("BTC/USD", number("0.01"), number("0.0001"), number("1"));
	private static final Instrument SHARE = Instrument.of("AAPL", number("0.01"), number("1"), number("1"));
	private static final Instrument SLICE = Instrument.of("AAPL", number("0.01"), number("0.1"), number("1"));

	@Test
	void leavesWhatTheVenueDoesNotSpeakOf() {
		assertThat(listing(null, null, null).narrowed(PAIR)).isEqualTo(PAIR);
	}

	/** To the last digit of its scale: quantities are written as before. */
	@Test
	void keepsLotsThatAreCoarserThanTheVenues() {
		assertThat(listing(true, "0.000000001", "0.01").narrowed(PAIR)).isEqualTo(PAIR);
	}

	@Test
	void takesTheVenuesStepsWhereTheyAreCoarser() {
		Instrument narrowed = listing(true, "0.001", "1").narrowed(PAIR);
		assertThat(narrowed.lotSize()).isEqualByComparingTo("0.001");
		assertThat(narrowed.tickSize()).isEqualByComparingTo("1");
		assertThat(narrowed.minNotional()).isEqualByComparingTo("1");
	}

	@Test
	void takesFinerTicksThanOursFromTheVenue() {
		assertThat(listing(null, null, "0.0000001").narrowed(PAIR).tickSize()).isEqualByComparingTo("0.0000001");
	}

	@Test
	void sellsNoPartOfAShareWhereTheVenueDoesNot() {
		assertThat(listing(false, null, null).narrowed(SLICE).lotSize()).isEqualByComparingTo("1");
		assertThat(listing(true, null, null).narrowed(SLICE).lotSize()).isEqualByComparingTo("0.1");
		assertThat(listing(null, null, null).narrowed(SLICE).lotSize()).isEqualByComparingTo("0.1");
	}

	@Test
	void keepsToWholeSharesWhereNobodyAsksForParts() {
		assertThat(listing(true, null, null).narrowed(SHARE).lotSize()).isEqualByComparingTo("1");
	}

	@Test
	void sellsPartsToWhoeverAsksForThem() {
		assertThat(listing(true, null, null).refined(SHARE).lotSize()).isEqualByComparingTo("0.000000001");
		assertThat(listing(true, "0.01", null).refined(SHARE).lotSize()).isEqualByComparingTo("0.01");
		assertThat(listing(true, "5", null).refined(SHARE).lotSize()).as("never coarser").isEqualByComparingTo("1");
		assertThat(listing(false, null, null).refined(SHARE)).isEqualTo(SHARE);
		assertThat(listing(null, "0.01", null).refined(SHARE)).as("nobody said so").isEqualTo(SHARE);
	}

	@Test
	void hasNoStepsOfNothing() {
		assertThatThrownBy(() -> listing(true, "0", null)).hasMessageContaining("must be positive");
		assertThatThrownBy(() -> listing(true, null, "-1")).hasMessageContaining("must be positive");
		assertThatThrownBy(() -> new Listing("AAPL", true, true, true, BigDecimal.ZERO, null, null)).hasMessageContaining("must be positive");
	}

	@Property
	void ordersOnBothGrids(@ForAll @BigRange(min = "0.000000001", max = "10") @Scale(9) BigDecimal own,
			@ForAll @BigRange(min = "0.000000001", max = "10") @Scale(9) BigDecimal venues) {
		BigDecimal lot = listing(null, venues.toPlainString(), null).narrowed(Instrument.of("BTC/USD", number("0.01"), own, number("1"))).lotSize();
		assertThat(lot.remainder(venues)).isZero();
		assertThat(lot).isGreaterThanOrEqualTo(own).isGreaterThanOrEqualTo(venues).isLessThan(own.add(venues));
	}

	private static Listing listing(@Nullable Boolean fractionable, @Nullable String quantityStep, @Nullable String priceStep) {
		return new Listing("X", true, fractionable, false, null, quantityStep == null ? null : number(quantityStep), priceStep == null ? null : number(priceStep));
	}

	private static BigDecimal number(String value) {
		return new BigDecimal(value);
	}
}
