package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static io.vigie.simulator.exchange.VenueFixture.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.recording.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreasuryTests {

	private final VenueFixture venue = VenueFixture.open();

	@Test
	void splitsKeepCostAndValue() {
		own("10");
		split("4", "1");
		Position position = venue.exchange().findPosition(AAPL).orElseThrow();
		assertThat(position.quantity()).isEqualByComparingTo("40");
		assertThat(position.cost()).isEqualByComparingTo("1000");
		assertThat(venue.exchange().positionsValue()).isEqualByComparingTo("1000");
	}

	@Test
	void reverseSplitsRoundDownToWhatCanBeHeld() {
		own("10.000000001");
		split("1", "3");
		assertThat(venue.exchange().findPosition(AAPL).orElseThrow().quantity()).isEqualByComparingTo("3.333333333");
		assertThat(venue.exchange().cash()).isEqualByComparingTo("98999.9999999");
	}

	@Test
	void reverseSplitsPayCashForFractionsThatCanNotBeHeld() {
		venue.print(AAPL, "900000000");
		venue.place(VenueFixture.in(TimeInForce.DAY, VenueFixture.market(AAPL, Side.BUY, "0.0001")));
		venue.print(AAPL, "900000000");
		split("1", "3");
		assertThat(venue.exchange().findPosition(AAPL).orElseThrow().quantity()).isEqualByComparingTo("0.000033333");
		assertThat(venue.exchange().activities().getLast()).isInstanceOfSatisfying(Activity.Moved.class, it -> {
			assertThat(it.type()).isEqualTo("CIL");
			assertThat(it.amount()).isEqualByComparingTo("0.9");
		});
		assertThat(venue.exchange().cash()).isEqualByComparingTo("10000.9");
	}

	@Test
	void splitsRestateBracketsWithTheirLegs() {
		Order entry = venue.bracket(AAPL, "10", "120", "90");
		venue.print(AAPL, "100");
		split("2", "1");
		assertThat(venue.leg(entry, Kind.STOP).terms().stopPrice()).isEqualByComparingTo("45");
		assertThat(venue.leg(entry, Kind.LIMIT).terms().limitPrice()).isEqualByComparingTo("60");
		assertThat(venue.leg(entry, Kind.STOP).remaining()).isEqualByComparingTo("20");
		venue.print(AAPL, "44");
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.exchange().findPosition(AAPL)).isEmpty();
	}

	@Test
	void splitsKeepWhatAnOrderHasFilled() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order order = shallow.place(limit(AAPL, Side.BUY, "10", "110"));
		shallow.print(AAPL, "100", "40");
		shallow.apply(new Command.Split(shallow.next(), AAPL, d("2"), d("1"), true));
		assertThat(shallow.now(order).filledQuantity()).isEqualByComparingTo("4");
		assertThat(shallow.now(order).remaining()).isEqualByComparingTo("12");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
	}

	@Test
	void splitsMoveTrailsAlong() {
		own("10");
		Order trail = venue.place(new Terms(AAPL, Side.SELL, d("10"), null, Kind.TRAILING_STOP, TimeInForce.GTC, null, null, d("10"), null, false));
		split("2", "1");
		assertThat(venue.now(trail).terms().trailPrice()).isEqualByComparingTo("5");
		venue.print(AAPL, "46");
		assertThat(venue.now(trail).status()).isEqualTo(OrderStatus.NEW);
		venue.print(AAPL, "44");
		assertThat(venue.now(trail).status()).isEqualTo(OrderStatus.FILLED);
	}

	@Test
	void splitsLeaveOthersAlone() {
		Order order = venue.place(limit(BTC, Side.BUY, "1", "700"));
		split("4", "1");
		assertThat(venue.now(order)).isEqualTo(order);
		assertThat(venue.exchange().findPosition(AAPL)).isEmpty();
		assertThat(venue.exchange().activities()).isEmpty();
	}

	@Test
	void recordedPricesFollowASplitFromThenOn() {
		Recording recording = VenueFixture.recording("SIM1", "100", "100", "120", "80");
		Exchange exchange = Exchange.open("seed", START, List.of(recording), rules(Depth.UNLIMITED, true));
		exchange.apply(new Command.Advance(START));
		assertThat(last(exchange)).isEqualByComparingTo("120");
		exchange.apply(new Command.Split(START.plusSeconds(30), "SIM1", d("4"), d("1"), true));
		assertThat(last(exchange)).isEqualByComparingTo("30");
		exchange.apply(new Command.Advance(START.plus(Duration.ofMinutes(1))));
		assertThat(last(exchange)).isEqualByComparingTo("20");
		Exchange resumed = Exchange.resume(exchange.state(), List.of(recording), rules(Depth.UNLIMITED, true));
		resumed.apply(new Command.Advance(START.plus(Duration.ofMinutes(2))));
		assertThat(last(resumed)).isEqualByComparingTo("25");
	}

	@Test
	void cashMovesWithOrWithoutAnEntry() {
		venue.apply(new Command.Move(venue.next(), "INT", d("1.5"), null, null, null, null, null, "Interest", true));
		venue.apply(new Command.Move(venue.next(), "INT", d("1.5"), null, null, null, null, null, "Interest", false));
		assertThat(venue.exchange().cash()).isEqualByComparingTo("100003");
		assertThat(venue.exchange().activities()).hasSize(1);
	}

	@Test
	void aHeldStopFollowsASplit() {
		own("10");
		Order order = venue.place(stop(AAPL, Side.SELL, "10", "90"));
		split("1", "2");
		assertThat(venue.now(order).terms().stopPrice()).isEqualByComparingTo("180");
		assertThat(venue.now(order).remaining()).isEqualByComparingTo("5");
		assertThat(venue.heard()).contains("restated SELL STOP");
		assertThat(venue.exchange().available(AAPL)).isZero();
	}

	@Test
	void nobodySplitsWhatIsUnknown() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> venue.apply(new Command.Split(venue.next(), "MSFT", d("2"), d("1"), true)));
	}

	private void own(String quantity) {
		venue.place(VenueFixture.in(TimeInForce.DAY, VenueFixture.market(AAPL, Side.BUY, quantity)));
		venue.print(AAPL, "100");
	}

	private void split(String to, String from) {
		venue.apply(new Command.Split(venue.next(), AAPL, d(to), d(from), true));
	}

	private static BigDecimal last(Exchange exchange) {
		return exchange.findTape("SIM1").orElseThrow().last().map(Tick::price).orElseThrow();
	}
}
