package io.vigie.risk.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.message.ListingRead;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.engine.market.Listing;
import io.vigie.engine.risk.RuleResult;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ticks, lots and what is traded at all come from the venue; the settings stand in for what it has never said. */
@RiskTest
class ListingIT {

	private static final String PAIR = "BTC/USD";

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private ListingDesk desk;
	@Autowired
	private StoredListings stored;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		desk.refresh();
		neighbours.tellPortfolio("trend", 1, "25000");
	}

	@AfterEach
	void leaveNothing() {
		neighbours.assertHoldsAreCovered();
		neighbours.forgetEverything();
		desk.refresh();
	}

	@Test
	void refusesWhatTheVenueDoesNotTradeUntilItDoes() {
		tell(listing(false, null, null, null));
		ProposalRefused refused = neighbours.buyRefused("trend", PAIR);
		assertThat(refused.reason()).isEqualTo("tradable: The venue does not trade BTC/USD.");
		assertThat(refused.rules()).filteredOn(it -> it.rule().equals("tradable")).singleElement()
			.satisfies(it -> assertThat(it.headroom()).isEqualByComparingTo("-1"));

		tell(listing(true, null, null, null));
		neighbours.buyApproved("trend", PAIR);
	}

	@Test
	void sizesAndProtectsOnTheVenuesGrid() {
		tell(listing(true, "0.0012", "0.003", "5"));
		ProposalApproved approved = neighbours.buyApproved("trend", PAIR);
		assertThat(approved.quantity().remainder(new BigDecimal("0.003"))).isZero();
		assertThat(approved.quantity()).isEqualByComparingTo("5.553");
		assertThat(approved.stopLoss()).isEqualByComparingTo("885");
		assertThat(approved.takeProfit()).isEqualByComparingTo("940");
	}

	@Test
	void refusesLessThanTheVenueTakes() {
		tell(listing(true, "6", null, null));
		assertThat(neighbours.buyRefused("trend", PAIR).reason()).isEqualTo("min-size: The order is for 5.5555, the venue takes 6 or more.");
	}

	@Test
	void goesByTheSettingsWhileTheVenueHasSaidNothing() {
		ProposalApproved approved = neighbours.buyApproved("trend", PAIR);
		assertThat(approved.quantity()).isEqualByComparingTo("5.5555");
		assertThat(approved.rules()).filteredOn(it -> it.rule().equals("tradable")).extracting(RuleResult::reason)
			.containsExactly("The venue has not said whether BTC/USD can be traded; our settings say how it is.");
	}

	/** As Alpaca lists them: then nothing is other than without its word. */
	@Test
	void ordersAsBeforeWhereTheVenuesGridIsFiner() {
		tell(listing(true, "0.0012", "0.000000001", "0.01"));
		ProposalApproved approved = neighbours.buyApproved("trend", PAIR);
		assertThat(approved.quantity()).isEqualByComparingTo("5.5555");
		assertThat(approved.stopLoss()).isEqualByComparingTo("882");
		assertThat(approved.takeProfit()).isEqualByComparingTo("936");
	}

	@Test
	void keepsWhatTheVenueStopsSaying() {
		Instant now = Instant.parse("2026-01-02T03:04:05Z");
		stored.keep(new ListingRead(listing(false, "0.0012", "0.003", "5"), now));
		stored.keep(new ListingRead(listing(null, null, null, "1"), now.plusSeconds(1)));
		assertThat(stored.all()).singleElement().satisfies(it -> {
			assertThat(it.listing()).isEqualTo(listing(false, "0.0012", "0.003", "1"));
			assertThat(it.readAt()).isEqualTo(now.plusSeconds(1));
		});
	}

	@Test
	void hearsNothingNewInAnOlderReading() {
		Instant now = Instant.parse("2026-01-02T03:04:05Z");
		stored.keep(new ListingRead(listing(true, null, null, null), now));
		stored.keep(new ListingRead(listing(false, null, null, null), now.minusMillis(1)));
		assertThat(stored.all()).singleElement().satisfies(it -> assertThat(it.listing().tradable()).isTrue());
	}

	/** As after a restart, or where another instance heard it. */
	@Test
	void learnsWhatAnotherInstanceHeard() {
		stored.keep(new ListingRead(listing(false, null, null, null), Instant.parse("2026-01-02T03:04:05Z")));
		await().untilAsserted(() -> assertThat(desk.of(PAIR)).hasValueSatisfying(it -> assertThat(it.tradable()).isFalse()));
	}

	private void tell(Listing listing) {
		neighbours.tellListing(listing);
		await().until(() -> desk.of(PAIR).filter(listing::equals).isPresent());
	}

	private static Listing listing(@Nullable Boolean tradable, @Nullable String leastQuantity, @Nullable String quantityStep, @Nullable String priceStep) {
		return new Listing(PAIR, tradable, true, false, number(leastQuantity), number(quantityStep), number(priceStep));
	}

	private static @Nullable BigDecimal number(@Nullable String value) {
		return value == null ? null : new BigDecimal(value);
	}
}
