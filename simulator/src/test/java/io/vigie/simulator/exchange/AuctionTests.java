package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static io.vigie.simulator.exchange.VenueFixture.in;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.market;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A market that never closes still has a first and a last price of each day, UTC. */
class AuctionTests {

	private static final Duration DAY = Duration.ofDays(1);

	private final VenueFixture venue = VenueFixture.open();

	@Test
	void fillsAtTheFirstPrintOfTheNextDay() {
		Order order = venue.place(in(TimeInForce.OPG, market(AAPL, Side.BUY, "2")));
		venue.print(AAPL, "101");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		venue.pass(DAY).print(AAPL, "102").print(AAPL, "103");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("102");
	}

	@Test
	void cancelsWhatTheOpeningDoesNotTrade() {
		Order order = venue.place(in(TimeInForce.OPG, limit(AAPL, Side.BUY, "2", "95")));
		venue.pass(DAY).print(AAPL, "96");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("100000");
	}

	@Test
	void cancelsTheRestOfAPartlyTradedOpening() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order order = shallow.place(in(TimeInForce.OPG, market(AAPL, Side.BUY, "5")));
		shallow.pass(DAY).print(AAPL, "100", "30");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(shallow.now(order).filledQuantity()).isEqualByComparingTo("3");
	}

	@Test
	void fillsAtTheLastPriceOfTheDay() {
		Order order = venue.place(in(TimeInForce.CLS, market(AAPL, Side.BUY, "2")));
		venue.print(AAPL, "101").print(AAPL, "104");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		venue.pass(DAY);
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("104");
		assertThat(venue.now(order).times().filledAt()).isEqualTo(VenueFixture.START.plus(DAY).minusNanos(1));
	}

	@Test
	void cancelsWhatTheCloseDoesNotTrade() {
		Order order = venue.place(in(TimeInForce.CLS, limit(AAPL, Side.BUY, "2", "95")));
		venue.print(AAPL, "90").print(AAPL, "104").pass(DAY);
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.CANCELED);
	}
}
