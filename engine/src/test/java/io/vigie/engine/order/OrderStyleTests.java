package io.vigie.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Instrument;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStyleTests {

	private static final Instrument SHARE = Instrument.of("AAPL", new BigDecimal("0.01"), new BigDecimal("1"), new BigDecimal("1"));
	private static final Instrument PAIR = Instrument.of("BTC/USD", new BigDecimal("0.01"), new BigDecimal("0.0001"), new BigDecimal("1"));

	@ParameterizedTest
	@CsvSource({ "MARKET,,,", "MARKET,OPG,,", "MARKET,CLS,,", "MARKET,IOC,,", "LIMIT,,10,", "LIMIT,DAY,10,", "LIMIT,FOK,10,", "LIMIT,OPG,0.01,", "STOP,,,11", "STOP,DAY,,11",
			"STOP,GTC,,11", "STOP_LIMIT,GTC,11,11", "STOP_LIMIT,,12,11" })
	void takesWhatAVenueTakes(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop) {
		assertThat(new OrderStyle(type, time, limit, stop).flaw(SHARE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "TRAILING_STOP,,,,trail", "LIMIT,,,,limit entry needs a limit_price", "STOP_LIMIT,,,11,needs a limit_price", "MARKET,,10,,has no limit_price",
			"STOP,,10,11,has no limit_price", "STOP,,,,needs a stop_price", "STOP_LIMIT,,11,,needs a stop_price", "MARKET,,,9,has no stop_price", "LIMIT,,10,9,has no stop_price",
			"LIMIT,,10.001,,multiple of 0.01", "LIMIT,,0,,above zero", "LIMIT,,-1,,above zero", "STOP,,,9.999,multiple of 0.01", "STOP_LIMIT,,10.99,11,below its stop_price",
			"STOP,IOC,,11,day or gtc", "STOP_LIMIT,OPG,11,11,stop-limit entry is day or gtc" })
	void namesWhatIsWrong(OrderType type, @Nullable TimeInForce time, @Nullable BigDecimal limit, @Nullable BigDecimal stop, String words) {
		assertThat(new OrderStyle(type, time, limit, stop).flaw(SHARE)).hasValueSatisfying(it -> assertThat(it).contains(words));
	}

	@ParameterizedTest
	@EnumSource(TimeInForce.class)
	void buysCryptoUntilCancelledOrAtOnce(TimeInForce time) {
		assertThat(new OrderStyle(OrderType.MARKET, time, null, null).flaw(PAIR).isEmpty()).isEqualTo(time == TimeInForce.GTC || time == TimeInForce.IOC);
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
	@EnumSource(TimeInForce.class)
	void bringsLegsOnlyWhereItMayRest(TimeInForce time) {
		assertThat(OrderStyle.canBringLegs(time)).isEqualTo(time == TimeInForce.DAY || time == TimeInForce.GTC);
	}

	private static OrderStyle style(OrderType type, @Nullable String limit, @Nullable String stop) {
		return new OrderStyle(type, null, limit == null ? null : new BigDecimal(limit), stop == null ? null : new BigDecimal(stop));
	}
}
