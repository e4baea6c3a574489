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
import static io.vigie.simulator.exchange.VenueFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTests {

	private final VenueFixture venue = VenueFixture.open();

	@AfterEach
	void nothingHasChangedByARefusal() {
		assertThat(venue.exchange().cash()).isEqualByComparingTo("100000");
	}

	@Test
	void refusesAClientOrderIdThatWasUsedBefore() {
		venue.place(market(BTC, Side.BUY, "1"), OrderClass.SIMPLE, null, null, "mine");
		refused(422, 40010001, "client_order_id must be unique",
				() -> venue.place(market(BTC, Side.BUY, "1"), OrderClass.SIMPLE, null, null, "mine"));
	}

	@Test
	void refusesAClientOrderIdThatIsTooLong() {
		refused(422, 40010001, "client_order_id must have 1 to 128 characters",
				() -> venue.place(market(BTC, Side.BUY, "1"), OrderClass.SIMPLE, null, null, "x".repeat(129)));
	}

	@Test
	void refusesUnknownSymbols() {
		refused(422, 42210000, "asset \"FOO\" not found", () -> venue.buy("FOO", "1"));
	}

	@ParameterizedTest
	@CsvSource({ "0, qty must be > 0", "-1, qty must be > 0", "0.0000000001, qty must be a multiple of 0.000000001" })
	void refusesBadQuantities(String quantity, String message) {
		refused(422, 42210000, message, () -> venue.buy(BTC, quantity));
	}

	@Test
	void refusesOrdersWithoutAnAmountOrWithTwo() {
		refused(422, 40010001, "qty or notional is required", () -> venue.place(terms(BTC, Side.BUY, null, Kind.MARKET, null, null)));
		Terms both = new Terms(BTC, Side.BUY, d("1"), d("100"), Kind.MARKET, TimeInForce.GTC, null, null, null, null, false);
		refused(422, 40010001, "only one of qty or notional is accepted", () -> venue.place(both));
	}

	@Test
	void refusesNotionalsFinerThanCents() {
		refused(422, 42210000, "notional value must be limited to 2 decimal places",
				() -> venue.place(notional(BTC, Side.BUY, "100.001", TimeInForce.GTC)));
	}

	@ParameterizedTest
	@CsvSource({ "LIMIT,,,limit orders require limit price", "STOP,,,stop orders require stop price",
			"STOP_LIMIT,100,,stop orders require stop price", "MARKET,100,,market orders must not have limit price",
			"LIMIT,100,90,limit orders must not have stop price",
			"TRAILING_STOP,,,trailing stop orders require either trail_price or trail_percent" })
	void refusesMissingAndExcessPrices(Kind kind, @Nullable String limit, @Nullable String stop, String message) {
		refused(422, 40010001, message, () -> venue.place(terms(AAPL, Side.BUY, "1", kind, limit, stop)));
	}

	@Test
	void refusesPricesOffTheGrid() {
		refused(422, 42210000, "invalid limit_price 99.999. sub-penny increment does not fulfill minimum pricing criteria",
				() -> venue.place(limit(AAPL, Side.BUY, "1", "99.999")));
		refused(422, 42210000, "limit_price must be > 0", () -> venue.place(limit(AAPL, Side.BUY, "1", "0")));
	}

	@Test
	void refusesBuysBeyondTheBuyingPower() {
		refused(403, 40310000, "insufficient buying power", () -> venue.buy(BTC, "125"));
		venue.buy(BTC, "124");
		refused(403, 40310000, "insufficient buying power", () -> venue.buy(BTC, "1"));
	}

	@Test
	void countsTheFeeAgainstTheBuyingPower() {
		refused(403, 40310000, "insufficient buying power", () -> venue.place(limit(BTC, Side.BUY, "124.9", "800")));
	}

	@Test
	void refusesOrdersTooSmallToBeWorthIt() {
		refused(403, 40310000, "cost basis must be >= minimal amount of order 10", () -> venue.buy(BTC, "0.0124"));
	}

	@Test
	void refusesToSellWhatIsNotThere() {
		refused(403, 40310000, "insufficient qty available for order (requested: 1, available: 0)", () -> venue.sell(BTC, "1"));
		refused(403, 40310000, "account is not allowed to short", () -> venue.sell(AAPL, "1"));
	}

	@Test
	void refusesToSellWhatALegHolds() {
		VenueFixture other = VenueFixture.open();
		other.bracket(BTC, "2", "900", "700");
		other.print(BTC, "800");
		refused(403, 40310000, "insufficient qty available for order (requested: 1, available: 0)", () -> other.sell(BTC, "1"));
	}

	@Test
	void refusesCryptoForTheDay() {
		refused(422, 42210000, "invalid crypto time_in_force", () -> venue.place(in(TimeInForce.DAY, market(BTC, Side.BUY, "1"))));
	}

	@Test
	void refusesFractionsOfStocksBeyondTheDayOrInBrackets() {
		refused(422, 42210000, "fractional orders must be DAY orders", () -> venue.buy(AAPL, "1.5"));
		refused(422, 42210000, "fractional orders must be simple orders", () -> venue.bracket(AAPL, "1.5", "110", "90"));
		assertThat(venue.place(in(TimeInForce.DAY, market(AAPL, Side.BUY, "1.5"))).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void refusesCryptoBracketsAndStopsLikeTheRealVenueWhereAsked() {
		VenueFixture strict = VenueFixture.open(rules(Depth.UNLIMITED, false));
		refused(422, 42210000, "crypto orders not allowed for advanced order_class: bracket",
				() -> strict.bracket(BTC, "1", "900", "700"));
		refused(422, 42210000, "invalid order type for crypto order", () -> strict.place(stop(BTC, Side.BUY, "1", "900")));
	}

	@Test
	void refusesBracketsWithoutBothExits() {
		refused(422, 40010001, "bracket orders require take_profit.limit_price",
				() -> venue.place(market(BTC, Side.BUY, "1"), OrderClass.BRACKET, null, "700"));
		refused(422, 40010001, "bracket orders require stop_loss.stop_price",
				() -> venue.place(market(BTC, Side.BUY, "1"), OrderClass.BRACKET, "900", null));
		refused(422, 40010001, "oto orders require either take_profit or stop_loss",
				() -> venue.place(market(BTC, Side.BUY, "1"), OrderClass.OTO, "900", "700"));
	}

	@Test
	void refusesExitsOnTheWrongSideOfThePrice() {
		refused(422, 42210000, "take_profit.limit_price must be >= base_price + 0.01", () -> venue.bracket(BTC, "1", "800", "700"));
		refused(422, 42210000, "stop_loss.stop_price must be <= base_price - 0.01", () -> venue.bracket(BTC, "1", "900", "800"));
	}

	@ParameterizedTest
	@CsvSource({ "BTC/USD,MARKET,OPG,,,invalid crypto time_in_force", "BTC/USD,MARKET,CLS,,,invalid crypto time_in_force",
			"BTC/USD,MARKET,FOK,,,invalid crypto time_in_force", "BTC/USD,MARKET,DAY,,,invalid crypto time_in_force",
			"AAPL,STOP,OPG,,90,opg orders must be market or limit orders", "AAPL,STOP_LIMIT,CLS,90,90,cls orders must be market or limit orders" })
	void refusesTimesThatTheAssetOrTheKindDoesNotTake(String symbol, Kind kind, TimeInForce time, @Nullable String limit, @Nullable String stop,
			String message) {
		refused(422, 42210000, message, () -> venue.place(in(time, terms(symbol, Side.BUY, "1", kind, limit, stop))));
	}

	@ParameterizedTest
	@EnumSource(names = { "GTC", "IOC", "FOK", "OPG", "CLS" })
	void refusesFractionsOfStocksForAnyTimeButTheDay(TimeInForce time) {
		refused(422, 42210000, "fractional orders must be DAY orders", () -> venue.place(in(time, market(AAPL, Side.BUY, "1.5"))));
		refused(422, 42210000, "fractional orders must be DAY orders", () -> venue.place(notional(AAPL, Side.BUY, "100", time)));
		assertThat(venue.place(in(TimeInForce.DAY, market(AAPL, Side.BUY, "1.5"))).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void refusesBracketsForAnAuction() {
		refused(422, 42210000, "bracket orders must be day or gtc",
				() -> venue.place(in(TimeInForce.OPG, market(AAPL, Side.BUY, "1")), OrderClass.BRACKET, "110", "90"));
	}

	@Test
	void refusesTrailsThatAreFractionsOrOfTheMoment() {
		refused(422, 42210000, "trailing stop orders must be day or gtc", () -> venue.place(trailing("1", TimeInForce.IOC, false)));
		refused(422, 42210000, "fractional orders must not be trailing stop orders", () -> venue.place(trailing("1.5", TimeInForce.DAY, false)));
	}

	@Test
	void refusesExtendedHoursButForLimitsOfTheDay() {
		refused(422, 42210000, "extended hours order must be DAY limit orders", () -> venue.place(trailing("1", TimeInForce.GTC, true)));
		refused(422, 42210000, "extended hours order must be DAY limit orders", () -> venue.place(extended(limit(AAPL, Side.BUY, "1", "90"))));
		assertThat(venue.place(extended(in(TimeInForce.DAY, limit(AAPL, Side.BUY, "1", "90")))).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void refusesToTouchWhatIsDoneOrUnknown() {
		Order order = venue.buy(AAPL, "1");
		venue.cancel(order);
		refused(422, 42210000, "order is already in \"canceled\" state", () -> venue.cancel(order));
		UUID unknown = UUID.randomUUID();
		refused(404, 40410000, "order not found for " + unknown,
				() -> venue.apply(new Command.Cancel(venue.next(), unknown)));
	}

	@Test
	void refusesReplacementsTheAccountCanNotPay() {
		Order order = venue.place(limit(BTC, Side.BUY, "100", "790"));
		refused(403, 40310000, "insufficient buying power", () -> venue.replace(order, "200", null, null));
		assertThat(venue.replace(order, "110", null, null).remaining()).isEqualByComparingTo("110");
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("12882.75");
	}

	@Test
	void refusesAnotherQuantityForALeg() {
		Order entry = venue.bracket(AAPL, "1", "2000", "1");
		refused(422, 42210000, "qty of bracket orders can't be replaced: their legs exit one quantity",
				() -> venue.replace(venue.leg(entry, Kind.STOP), "2", null, null));
	}

	private static Terms trailing(String quantity, TimeInForce time, boolean extendedHours) {
		return new Terms(AAPL, Side.BUY, d(quantity), null, Kind.TRAILING_STOP, time, null, null, null, d("2"), extendedHours);
	}

	private static Terms extended(Terms it) {
		return new Terms(it.symbol(), it.side(), it.quantity(), it.notional(), it.kind(), it.timeInForce(), it.limitPrice(), it.stopPrice(),
				it.trailPrice(), it.trailPercent(), true);
	}

	private static void refused(int status, long code, String message, Runnable attempt) {
		assertThatExceptionOfType(Refused.class).isThrownBy(attempt::run).satisfies(it -> {
			assertThat(it).hasMessage(message);
			assertThat(it.status()).isEqualTo(status);
			assertThat(it.code()).isEqualTo(code);
		});
	}
}
