package io.vigie.executor.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.OrderType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostModelTests {

	private final CostModel costs = new CostModel(new CostSettings(new BigDecimal("0.15"), new BigDecimal("0.25"), new BigDecimal("0.01"),
			new BigDecimal("1.5")));

	@Test
	void chargesCryptoByWhoWaited() {
		assertThat(costs.asVenue("BTC/USD", OrderType.LIMIT, new BigDecimal("1000"))).isEqualByComparingTo("1.5");
		assertThat(costs.asVenue("BTC/USD", OrderType.MARKET, new BigDecimal("1000"))).isEqualByComparingTo("2.5");
		assertThat(costs.asVenue("BTC/USD", OrderType.STOP, new BigDecimal("1000"))).isEqualByComparingTo("2.5");
	}

	@Test
	void chargesStocksTheSameEitherWay() {
		assertThat(costs.asVenue("AAPL", OrderType.LIMIT, new BigDecimal("1000"))).isEqualByComparingTo("0.1");
		assertThat(costs.asVenue("AAPL", OrderType.MARKET, new BigDecimal("1000"))).isEqualByComparingTo("0.1");
	}

	@Test
	void chargesTheFlatFeePerOrder() {
		assertThat(costs.flat(4)).isEqualByComparingTo("6");
		assertThat(costs.flat(0)).isZero();
	}
}
