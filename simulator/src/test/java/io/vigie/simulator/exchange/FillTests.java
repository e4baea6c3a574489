package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static io.vigie.simulator.exchange.VenueFixture.in;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.market;
import static io.vigie.simulator.exchange.VenueFixture.notional;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static io.vigie.simulator.exchange.VenueFixture.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillTests {

	private final VenueFixture venue = VenueFixture.open();

	@Test
	void fillsAMarketOrderAtTheNextPrintNotAtTheLast() {
		Order order = venue.buy(BTC, "2");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		venue.print(BTC, "810");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("810");
		assertThat(venue.heard()).containsExactly("new BUY MARKET", "fill BUY MARKET");
	}

	@Test
	void movesCashByNotionalAndFeeToTheLastDigit() {
		venue.buy(BTC, "0.123456789");
		venue.print(BTC, "800.09");
		assertThat(venue.exchange().cash()).isEqualByComparingTo("99900.976516333212475");
		assertThat(venue.exchange().findPosition(BTC).orElseThrow().quantity()).isEqualByComparingTo("0.123456789");
	}

	@Test
	void takesNoFeeForStocks() {
		venue.buy(AAPL, "10");
		venue.print(AAPL, "101");
		assertThat(venue.exchange().cash()).isEqualByComparingTo("98990");
		assertThat(venue.exchange().activities()).hasSize(1);
	}

	@Test
	void writesTheFillAndItsFeeIntoTheHistory() {
		Order order = venue.buy(BTC, "2");
		venue.print(BTC, "800");
		List<Activity> activities = venue.exchange().activities();
		assertThat(activities).extracting(Activity::type).containsExactly("FILL", "CFEE");
		Activity.Fill fill = (Activity.Fill) activities.get(0);
		Activity.Fee fee = (Activity.Fee) activities.get(1);
		assertThat(fill.cumulative()).isEqualByComparingTo("2");
		assertThat(fill.leaves()).isEqualByComparingTo("0");
		assertThat(fee.amount()).isEqualByComparingTo("-4");
		assertThat(fee.order()).isEqualTo(order.id());
		assertThat(fee.id()).isNotEqualTo(fill.id());
	}

	@Test
	void closesAPositionCompletely() {
		venue.buy(BTC, "2");
		venue.print(BTC, "800");
		venue.sell(BTC, "2");
		venue.print(BTC, "900");
		assertThat(venue.exchange().findPosition(BTC)).isEmpty();
		assertThat(venue.exchange().cash()).isEqualByComparingTo("100191.5");
	}

	@Test
	void keepsTheAveragePriceWhenPartIsSold() {
		venue.buy(BTC, "2");
		venue.print(BTC, "800");
		venue.buy(BTC, "1");
		venue.print(BTC, "830");
		venue.sell(BTC, "1.5");
		venue.print(BTC, "900");
		Position position = venue.exchange().findPosition(BTC).orElseThrow();
		assertThat(position.averagePrice()).isEqualByComparingTo("810");
		assertThat(position.cost()).isEqualByComparingTo("1215");
	}

	@Test
	void fillsALimitOnlyWhenPriceTradesThrough() {
		Order order = venue.place(limit(BTC, Side.BUY, "1", "790"));
		venue.print(BTC, "790");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		venue.print(BTC, "789.99");
		assertThat(venue.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("790");
	}

	@Test
	void fillsAStopAtTheGapPrice() {
		venue.buy(BTC, "1");
		venue.print(BTC, "800");
		Order order = venue.place(stop(BTC, Side.SELL, "1", "780"));
		venue.print(BTC, "781").print(BTC, "700");
		assertThat(venue.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("700");
	}

	@Test
	void doesNotFillFromPrintsOfOtherSymbols() {
		Order order = venue.buy(BTC, "1");
		venue.print(AAPL, "800");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void spendsNoMoreThanTheNotional() {
		Order order = venue.place(notional(BTC, Side.BUY, "100", TimeInForce.GTC));
		venue.print(BTC, "801");
		Order filled = venue.now(order);
		assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
		assertThat(filled.filledQuantity()).isEqualByComparingTo("0.124843945");
		assertThat(filled.filledNotional()).isLessThanOrEqualTo(d("100"));
	}

	@Test
	void sellsNoMoreThanItHasForANotional() {
		venue.buy(BTC, "1");
		venue.print(BTC, "800");
		venue.place(notional(BTC, Side.SELL, "800", TimeInForce.GTC));
		venue.print(BTC, "400");
		assertThat(venue.exchange().findPosition(BTC)).isEmpty();
	}

	@Test
	void fillsInPartsWhereDepthIsLimited() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order order = shallow.buy(BTC, "3");
		shallow.print(BTC, "800", "20");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
		assertThat(shallow.exchange().buyingPower()).isEqualByComparingTo("97594");
		shallow.print(BTC, "801", "20");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(shallow.heard()).containsExactly("new BUY MARKET", "partial_fill BUY MARKET", "fill BUY MARKET");
		assertThat(shallow.exchange().buyingPower()).isEqualByComparingTo(shallow.exchange().cash());
	}

	@Test
	void cancelsWhatAnImmediateOrderCanNotGet() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order order = shallow.place(in(TimeInForce.IOC, market(BTC, Side.BUY, "3")));
		shallow.print(BTC, "800", "20");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(shallow.now(order).filledQuantity()).isEqualByComparingTo("2");
	}

	@Test
	void cancelsAnAllOrNothingOrderWhole() {
		VenueFixture shallow = VenueFixture.open(rules(new Depth.VolumeShare(d("0.1")), true));
		Order order = shallow.place(in(TimeInForce.FOK, market(AAPL, Side.BUY, "3")));
		shallow.print(AAPL, "100", "20");
		assertThat(shallow.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(shallow.now(order).filledQuantity()).isEqualByComparingTo("0");
	}

	@Test
	void expiresDayOrdersAtMidnightAndFreesTheirCash() {
		Order order = venue.place(in(TimeInForce.DAY, limit(AAPL, Side.BUY, "10", "90")));
		venue.pass(Duration.ofHours(23));
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		venue.pass(Duration.ofHours(1));
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("100000");
	}

	@Test
	void remembersTheEquityOfTheLastDay() {
		venue.buy(AAPL, "10");
		venue.print(AAPL, "100").print(AAPL, "150");
		venue.pass(Duration.ofDays(1));
		venue.print(AAPL, "200");
		assertThat(venue.exchange().lastEquity()).isEqualByComparingTo("100500");
	}
}
