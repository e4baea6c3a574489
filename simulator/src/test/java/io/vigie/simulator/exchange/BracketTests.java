package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.market;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import org.junit.jupiter.api.Test;

class BracketTests {

	private final VenueFixture venue = VenueFixture.open();

	@Test
	void holdsItsLegsUntilTheEntryIsFilled() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.HELD);
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.HELD);
		venue.print(BTC, "800");
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.heard()).containsExactly("new BUY MARKET", "fill BUY MARKET", "new SELL LIMIT", "new SELL STOP");
	}

	@Test
	void neverFillsALegOnThePrintThatFilledTheEntry() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "950");
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void doesNotProtectAPartlyFilledEntry() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order entry = shallow.bracket(BTC, "3", "900", "700");
		shallow.print(BTC, "800", "20");
		assertThat(shallow.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.HELD);
		shallow.print(BTC, "800", "20");
		assertThat(shallow.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void protectsOnlyWhatIsStillThereOnceTheEntryIsFilled() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order entry = shallow.bracket(BTC, "3", "900", "700");
		shallow.print(BTC, "800", "20");
		shallow.sell(BTC, "1");
		shallow.print(BTC, "800", "20");
		assertThat(shallow.leg(entry, Kind.STOP).remaining()).isEqualByComparingTo("2");
		assertThat(shallow.exchange().available(BTC)).isEqualByComparingTo("0");
	}

	@Test
	void cancelsTheStopWhenProfitIsTaken() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800").print(BTC, "900.01");
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.exchange().findPosition(BTC)).isEmpty();
	}

	@Test
	void cancelsTheProfitWhenTheStopIsHit() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800").print(BTC, "650");
		assertThat(venue.leg(entry, Kind.STOP).averagePrice().orElseThrow()).isEqualByComparingTo("650");
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.CANCELED);
	}

	@Test
	void shrinksTheOtherLegWhenOneIsPartlyFilled() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order entry = shallow.bracket(BTC, "2", "900", "700");
		shallow.print(BTC, "800", "100").print(BTC, "901", "15");
		assertThat(shallow.leg(entry, Kind.STOP).remaining()).isEqualByComparingTo("0.5");
		shallow.print(BTC, "690", "100");
		assertThat(shallow.exchange().findPosition(BTC)).isEmpty();
	}

	@Test
	void holdsTheQuantityOfBothLegsOnce() {
		venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800");
		venue.buy(BTC, "1");
		venue.print(BTC, "800");
		assertThat(venue.exchange().available(BTC)).isEqualByComparingTo("1");
	}

	@Test
	void takesItsLegsAlongWhenItIsCanceled() {
		Order entry = venue.place(limit(BTC, Side.BUY, "2", "750"), OrderClass.BRACKET, "900", "700");
		venue.cancel(entry);
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("100000");
	}

	@Test
	void takesTheOtherLegAlongWhenOneIsCanceled() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800");
		venue.cancel(venue.leg(entry, Kind.LIMIT));
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.exchange().available(BTC)).isEqualByComparingTo("2");
	}

	@Test
	void keepsALegInItsPlaceWhenItIsReplaced() {
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800");
		venue.heard();
		Order moved = venue.replace(venue.leg(entry, Kind.STOP), null, null, "780");
		assertThat(venue.heard()).containsExactly("replaced SELL STOP", "new SELL STOP");
		assertThat(venue.leg(entry, Kind.STOP).id()).isEqualTo(moved.id());
		venue.print(BTC, "779");
		assertThat(venue.now(moved).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.CANCELED);
	}

	@Test
	void keepsItsLegsWhenTheEntryIsReplaced() {
		Order entry = venue.place(limit(BTC, Side.BUY, "2", "750"), OrderClass.BRACKET, "900", "700");
		Order moved = venue.replace(entry, null, "760", null);
		venue.print(BTC, "755");
		assertThat(venue.now(moved).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.leg(moved, Kind.STOP).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.leg(moved, Kind.STOP).parent()).isEqualTo(moved.id());
		Order stop = venue.replace(venue.leg(moved, Kind.STOP), null, null, "740");
		assertThat(venue.leg(moved, Kind.STOP)).isEqualTo(stop);
	}

	@Test
	void exitsByOneOfTwoOrders() {
		venue.buy(AAPL, "10");
		venue.print(AAPL, "100");
		Order profit = venue.place(limit(AAPL, Side.SELL, "10", "110"), OrderClass.OCO, "110", "95");
		assertThat(venue.exchange().available(AAPL)).isEqualByComparingTo("0");
		venue.print(AAPL, "94");
		assertThat(venue.leg(profit, Kind.STOP).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.now(profit).status()).isEqualTo(OrderStatus.CANCELED);
	}

	@Test
	void entersWithASingleExit() {
		Order entry = venue.place(market(AAPL, Side.BUY, "10"), OrderClass.OTO, null, "95");
		venue.print(AAPL, "100").print(AAPL, "95");
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.exchange().findPosition(AAPL)).isEmpty();
	}
}
