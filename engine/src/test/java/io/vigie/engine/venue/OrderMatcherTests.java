package io.vigie.engine.venue;

import static io.vigie.engine.venue.VenueFixtures.d;
import static io.vigie.engine.venue.VenueFixtures.frictionless;
import static io.vigie.engine.venue.VenueFixtures.match;
import static io.vigie.engine.venue.VenueFixtures.print;
import static io.vigie.engine.venue.VenueFixtures.shallow;
import static io.vigie.engine.venue.VenueFixtures.slipping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Side;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderMatcherTests {

	@Nested
	class MarketOrders {

		@Test
		void tradeAtTheNextPrintPlusSlippage() {
			assertThat(match(slipping(), Side.BUY, new OrderType.Market(), "2", print("800")).execution())
				.contains(new Execution(d("800.08"), d("2"), Liquidity.TAKER));
			assertThat(match(slipping(), Side.SELL, new OrderType.Market(), "2", print("800")).execution())
				.contains(new Execution(d("799.92"), d("2"), Liquidity.TAKER));
		}

		@Test
		void roundSlippageAgainstTheTaker() {
			assertThat(match(slipping(), Side.BUY, new OrderType.Market(), "1", print("800.10")).execution().orElseThrow().price())
				.isEqualByComparingTo("800.19");
			assertThat(match(slipping(), Side.SELL, new OrderType.Market(), "1", print("800.10")).execution().orElseThrow().price())
				.isEqualByComparingTo("800.01");
		}

		@Test
		void tradeNoMoreThanTheirShareOfVolumeAndGoOn() {
			Match match = match(shallow(), Side.BUY, new OrderType.Market(), "5", print("800", "20"));
			assertThat(match.execution().orElseThrow().quantity()).isEqualByComparingTo("2");
			assertThat(match.working()).isEqualTo(new OrderType.Market());
		}

		@Test
		void waitWhereNothingTraded() {
			assertThat(match(shallow(), Side.BUY, new OrderType.Market(), "5", print("800", "0")).execution()).isEmpty();
		}
	}

	@Nested
	class LimitOrders {

		private final OrderType.Limit resting = new OrderType.Limit(d("800"), true);

		@Test
		void doNotTradeWhenPriceOnlyTouchesThem() {
			assertThat(match(frictionless(), Side.BUY, resting, "1", print("800")).execution()).isEmpty();
			assertThat(match(frictionless(), Side.SELL, resting, "1", print("800")).execution()).isEmpty();
		}

		@Test
		void tradeAtTheirOwnPriceAsMakersWhenPriceTradesThrough() {
			assertThat(match(slipping(), Side.BUY, resting, "1", print("799.99")).execution())
				.contains(new Execution(d("800"), d("1"), Liquidity.MAKER));
			assertThat(match(slipping(), Side.SELL, resting, "1", print("800.01")).execution())
				.contains(new Execution(d("800"), d("1"), Liquidity.MAKER));
		}

		@Test
		void takeTheMarketPriceWhenTheyArriveBeyondIt() {
			OrderType.Limit marketable = new OrderType.Limit(d("800"));
			assertThat(match(slipping(), Side.BUY, marketable, "1", print("700")).execution())
				.contains(new Execution(d("700.07"), d("1"), Liquidity.TAKER));
			assertThat(match(slipping(), Side.SELL, marketable, "1", print("900")).execution())
				.contains(new Execution(d("899.91"), d("1"), Liquidity.TAKER));
		}

		@Test
		void neverPayMoreThanTheirLimitForSlippage() {
			Match match = match(slipping(), Side.BUY, new OrderType.Limit(d("800")), "1", print("799.99"));
			assertThat(match.execution().orElseThrow().price()).isEqualByComparingTo("800");
		}

		@Test
		void comeToRestWhenThePrintDoesNotReachThem() {
			assertThat(match(frictionless(), Side.BUY, new OrderType.Limit(d("800")), "1", print("810")).working()).isEqualTo(resting);
		}
	}

	@Nested
	class StopOrders {

		private final OrderType stop = new OrderType.Stop(d("800"));

		@Test
		void waitUntilPriceReachesThem() {
			assertThat(match(frictionless(), Side.SELL, stop, "1", print("800.01"))).isEqualTo(Match.none(stop));
			assertThat(match(frictionless(), Side.BUY, stop, "1", print("799.99"))).isEqualTo(Match.none(stop));
		}

		@Test
		void tradeAtTheStopWhenPriceTouchesIt() {
			assertThat(match(frictionless(), Side.SELL, stop, "1", print("800")).execution().orElseThrow().price())
				.isEqualByComparingTo("800");
		}

		@Test
		void tradeAtTheWorsePrintAfterAGap() {
			assertThat(match(frictionless(), Side.SELL, stop, "1", print("750")).execution().orElseThrow().price())
				.isEqualByComparingTo("750");
			assertThat(match(frictionless(), Side.BUY, stop, "1", print("850")).execution().orElseThrow().price())
				.isEqualByComparingTo("850");
		}

		@Test
		void workAsMarketOrdersOnceTriggered() {
			Match match = match(shallow(), Side.SELL, stop, "5", print("790", "10"));
			assertThat(match.execution().orElseThrow().quantity()).isEqualByComparingTo("1");
			assertThat(match.working()).isEqualTo(new OrderType.Market());
		}
	}

	@Nested
	class StopLimitOrders {

		private final OrderType order = new OrderType.StopLimit(d("800"), d("795"));

		@Test
		void waitUntilPriceReachesTheStop() {
			assertThat(match(frictionless(), Side.SELL, order, "1", print("801"))).isEqualTo(Match.none(order));
		}

		@Test
		void tradeWhereTheTriggeringPrintIsWithinTheLimit() {
			assertThat(match(frictionless(), Side.SELL, order, "1", print("799")).execution().orElseThrow().price())
				.isEqualByComparingTo("799");
		}

		@Test
		void restAtTheLimitAfterAGapBeyondIt() {
			Match match = match(frictionless(), Side.SELL, order, "1", print("790"));
			assertThat(match.execution()).isEmpty();
			assertThat(match.working()).isEqualTo(new OrderType.Limit(d("795"), true));
		}
	}

	@Nested
	class TrailingStops {

		private final OrderType order = new OrderType.TrailingStop(new Trail.Amount(d("10")), d("800"));

		@Test
		void followTheBestPrice() {
			assertThat(match(frictionless(), Side.SELL, order, "1", print("820")).working())
				.isEqualTo(new OrderType.TrailingStop(new Trail.Amount(d("10")), d("820")));
			assertThat(match(frictionless(), Side.BUY, order, "1", print("780")).working())
				.isEqualTo(new OrderType.TrailingStop(new Trail.Amount(d("10")), d("780")));
		}

		@Test
		void neverMoveBack() {
			assertThat(match(frictionless(), Side.SELL, order, "1", print("795")).working()).isEqualTo(order);
		}

		@Test
		void tradeWhenPriceComesBackTheWholeTrail() {
			assertThat(match(frictionless(), Side.SELL, order, "1", print("789")).execution().orElseThrow().price())
				.isEqualByComparingTo("789");
		}

		@Test
		void trailByPercentOfTheBestPrice() {
			OrderType percent = new OrderType.TrailingStop(new Trail.Percent(d("2.5")), d("800"));
			assertThat(match(frictionless(), Side.SELL, percent, "1", print("780.01")).execution()).isEmpty();
			assertThat(match(frictionless(), Side.SELL, percent, "1", print("780")).execution()).isPresent();
		}
	}

	@Test
	void refusesPricesThatCanNotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OrderType.Limit(d("0")));
		assertThatIllegalArgumentException().isThrownBy(() -> new OrderType.Stop(d("-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Execution(d("1"), d("0"), Liquidity.TAKER));
	}
}
