package io.vigie.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStyleTests {

	private static final Instrument SHARE = Instrument.of("AAPL", new BigDecimal("0.01"), new BigDecimal("1"), new BigDecimal("1"));
	private static final Instrument FRACTIONAL = Instrument.of("AAPL", new BigDecimal("0.01"), new BigDecimal("0.000000001"), new BigDecimal("1"));
	private static final Instrument PAIR = Instrument.of("BTC/USD", new BigDecimal("0.01"), new BigDecimal("0.0001"), new BigDecimal("1"));

	@ParameterizedTest
	@CsvSource({ "MARKET,,,", "MARKET,OPG,,", "MARKET,CLS,,", "MARKET,IOC,,", "LIMIT,,10,", "LIMIT,DAY,10,", "LIMIT,FOK,10,", "LIMIT,OPG,0.01,", "STOP,,,11", "STOP,DAY,,11",
			"STOP,GTC,,11", "STOP_LIMIT,GTC,11,11", "STOP_LIMIT,,12,11" })
	void takesWhatAVenueTakes(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop) {
		assertThat(new OrderStyle(type, time, limit, stop).flaw(Side.BUY, SHARE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "TRAILING_STOP,,,,needs either a trail_price", "TRAILING_STOP,,,9,has no stop_price", "LIMIT,,,,limit entry needs a limit_price", "STOP_LIMIT,,,11,needs a limit_price", "MARKET,,10,,has no limit_price",
			"STOP,,10,11,has no limit_price", "STOP,,,,needs a stop_price", "STOP_LIMIT,,11,,needs a stop_price", "MARKET,,,9,has no stop_price", "LIMIT,,10,9,has no stop_price",
			"LIMIT,,10.001,,multiple of 0.01", "LIMIT,,0,,above zero", "LIMIT,,-1,,above zero", "STOP,,,9.999,multiple of 0.01", "STOP_LIMIT,,10.99,11,below its stop_price",
			"STOP,IOC,,11,day or gtc", "STOP_LIMIT,OPG,11,11,stop-limit entry has a time_in_force of day or gtc" })
	void namesWhatIsWrong(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop, String words) {
		assertThat(new OrderStyle(type, time, limit, stop).flaw(Side.BUY, SHARE)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@ParameterizedTest
	@EnumSource(TimeInForce.class)
	void buysCryptoUntilCancelledOrAtOnce(TimeInForce time) {
		assertThat(new OrderStyle(OrderType.MARKET, time, null, null).flaw(Side.BUY, PAIR).isEmpty()).isEqualTo(time == TimeInForce.GTC || time == TimeInForce.IOC);
	}

	@Test
	void reckonsWithWhatItMayCost() {
		assertThat(style(OrderType.MARKET, null, null).reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("10");
		assertThat(style(OrderType.LIMIT, "9", null).reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("9");
		assertThat(style(OrderType.STOP, null, "11").reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("11");
		assertThat(style(OrderType.STOP, null, "9").reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("10");
		assertThat(style(OrderType.STOP_LIMIT, "12", "11").reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("12");
	}

	@ParameterizedTest
	@CsvSource({ "BUY,DAY,5,", "BUY,,,2.5", "SELL,GTC,5,", "SELL,,0.01,", "SELL,DAY,,99.9" })
	void trailsEitherWay(Side side, @Nullable TimeInForce time, @Nullable BigDecimal price, @Nullable BigDecimal percent) {
		assertThat(trailing(time, price, percent).flaw(side, SHARE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "BUY,,1,1,needs either a trail_price or a trail_percent", "SELL,,,,needs either a trail_price or a trail_percent", "SELL,,0,,The trail_price must be above zero",
			"SELL,,,0,The trail_percent must be above 0", "SELL,,,100,The trail_percent must be above 0 and below 100", "SELL,IOC,1,,time_in_force of day or gtc",
			"BUY,OPG,1,,time_in_force of day or gtc", "SELL,,0.001,,The trail_price must be a multiple of 0.01" })
	void namesWhatIsWrongWithATrail(Side side, @Nullable TimeInForce time, @Nullable BigDecimal price, @Nullable BigDecimal percent, String words) {
		assertThat(trailing(time, price, percent).flaw(side, SHARE)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@Test
	void trailsNothingElse() {
		assertThat(new OrderStyle(OrderType.MARKET, null, null, null, BigDecimal.ONE, null, null).flaw(Side.BUY, SHARE)).contains("A market entry has no trail_price.");
		assertThat(new OrderStyle(OrderType.MARKET, null, null, null, null, BigDecimal.ONE, null).flaw(Side.BUY, SHARE)).contains("A market entry has no trail_percent.");
	}

	@ParameterizedTest
	@CsvSource({ "STOP,,,9,12", "STOP,DAY,,9,12", "STOP_LIMIT,GTC,8.9,9,12", "STOP_LIMIT,GTC,9,9,12" })
	void sellsByTheFirstOfTwo(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, BigDecimal stop, BigDecimal target) {
		assertThat(oco(type, time, limit, stop, target).flaw(Side.SELL, SHARE)).isEmpty();
		assertThat(oco(type, time, limit, stop, target).flawAt(BigDecimal.TEN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "STOP,,,,12,needs a stop_price", "STOP,IOC,,9,12,time_in_force of day or gtc", "STOP_LIMIT,,9.1,9,12,limit_price above its stop_price",
			"STOP_LIMIT,,,9,12,needs a limit_price", "STOP,,8,9,12,has no limit_price", "STOP,,,9,0,The take_profit must be above zero", "STOP,,,9,12.001,The take_profit must be a multiple",
			"STOP,,,9,,take_profit and stop_price", "LIMIT,,9,,12,take_profit and stop_price", "MARKET,,,,,sold at market", "TRAILING_STOP,,,,12,take_profit and stop_price" })
	void namesWhatIsWrongWithTwo(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop, @Nullable BigDecimal target, String words) {
		assertThat(oco(type, time, limit, stop, target).flaw(Side.SELL, SHARE)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@Test
	void leavesTheTargetOfAnEntryToRisk() {
		assertThat(oco(OrderType.STOP, null, null, new BigDecimal("11"), new BigDecimal("12")).flaw(Side.BUY, SHARE)).contains("An entry has no take_profit: risk sets its target.");
	}

	@Test
	void sellsCryptoByWhatRestsUntilCancelledOnly() {
		assertThat(trailing(TimeInForce.GTC, BigDecimal.ONE, null).flaw(Side.SELL, PAIR)).isEmpty();
		assertThat(trailing(TimeInForce.DAY, BigDecimal.ONE, null).flaw(Side.SELL, PAIR)).isPresent();
		assertThat(trailing(TimeInForce.IOC, BigDecimal.ONE, null).flaw(Side.SELL, PAIR)).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "10,12,stop_price must be below the last price 10", "9,10,take_profit must be above the last price 10" })
	void sellsAroundTheMarket(BigDecimal stop, BigDecimal target, String words) {
		assertThat(oco(OrderType.STOP, null, null, stop, target).flawAt(BigDecimal.TEN)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@Test
	void trailsBelowThePriceAndAboveZero() {
		assertThat(trailing(null, new BigDecimal("9.99"), null).flawAt(BigDecimal.TEN)).isEmpty();
		assertThat(trailing(null, BigDecimal.TEN, null).flawAt(BigDecimal.TEN)).contains("The trail_price must be below the last price 10.");
	}

	@Test
	void reckonsATrailWithWhereItBegins() {
		assertThat(trailing(null, BigDecimal.ONE, null).reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("11");
		assertThat(trailing(null, null, BigDecimal.TWO).reckonedAt(BigDecimal.TEN)).isEqualByComparingTo("10.2");
	}

	@ParameterizedTest
	@CsvSource({ "MARKET,,1.5,", "MARKET,DAY,1.5,", "LIMIT,,0.25,", "MARKET,GTC,2,", "MARKET,,,33.33", "MARKET,DAY,,1" })
	void buysFractionsAndByValueForTheDay(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal quantity, @Nullable BigDecimal notional) {
		assertThat(amount(type, time, quantity, notional).flaw(Side.BUY, FRACTIONAL)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "BUY,MARKET,,1,10,quantity or a notional", "BUY,MARKET,,0,,quantity must be above zero", "BUY,MARKET,,,0,notional must be above zero", "BUY,MARKET,,,1.001,in cents",
			"BUY,LIMIT,,,10,has no notional", "BUY,MARKET,GTC,,10,time_in_force of a fraction", "BUY,MARKET,GTC,1.5,,time_in_force of a fraction",
			"BUY,MARKET,IOC,1.5,,time_in_force of a fraction", "SELL,TRAILING_STOP,,1,,an exit has no quantity", "SELL,TRAILING_STOP,,,5,an exit has no notional",
			"BUY,TRAILING_STOP,,1.5,,whole shares", "BUY,MARKET,,0.0000000001,,quantity must be a multiple" })
	void namesWhatIsWrongWithAnAmount(Side side, OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal quantity, @Nullable BigDecimal notional, String words) {
		assertThat(amount(type, time, quantity, notional).flaw(side, FRACTIONAL)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@Test
	void buysNoFractionsWhereTheLotIsAWholeShare() {
		assertThat(amount(OrderType.MARKET, null, null, BigDecimal.TEN).flaw(Side.BUY, SHARE)).contains("A notional buys fractions, and AAPL is bought in multiples of 1.");
		assertThat(amount(OrderType.MARKET, null, new BigDecimal("1.5"), null).flaw(Side.BUY, SHARE)).contains("The quantity must be a multiple of 1.");
	}

	@Test
	void buysCryptoByValueAsLongAsItLikes() {
		assertThat(amount(OrderType.MARKET, TimeInForce.GTC, null, BigDecimal.TEN).flaw(Side.BUY, PAIR)).isEmpty();
		assertThat(amount(OrderType.LIMIT, TimeInForce.IOC, new BigDecimal("0.5"), null).flaw(Side.BUY, PAIR)).isEmpty();
	}

	private static OrderStyle amount(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal quantity, @Nullable BigDecimal notional) {
		BigDecimal trail = type == OrderType.TRAILING_STOP ? BigDecimal.ONE : null;
		return new OrderStyle(type, time, type == OrderType.LIMIT ? BigDecimal.TEN : null, null, trail, null, null).of(quantity, notional);
	}

	private static OrderStyle trailing(@Nullable TimeInForce time, @Nullable BigDecimal price, @Nullable BigDecimal percent) {
		return new OrderStyle(OrderType.TRAILING_STOP, time, null, null, price, percent, null);
	}

	private static OrderStyle oco(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop, @Nullable BigDecimal target) {
		return new OrderStyle(type, time, limit, stop, null, null, target);
	}

	@ParameterizedTest
	@EnumSource(TimeInForce.class)
	void bringsLegsOnlyWhereItMayRest(TimeInForce time) {
		assertThat(OrderStyle.canBringLegs(OrderType.LIMIT, time)).isEqualTo(time == TimeInForce.DAY || time == TimeInForce.GTC);
		assertThat(OrderStyle.canBringLegs(OrderType.TRAILING_STOP, time)).isFalse();
	}

	private static OrderStyle style(OrderType type, @Nullable String limit, @Nullable String stop) {
		return new OrderStyle(type, null, limit == null ? null : new BigDecimal(limit), stop == null ? null : new BigDecimal(stop));
	}
}
