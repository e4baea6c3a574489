package io.vigie.executor.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Listing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceStepsTests {

	private final PriceSteps steps = new PriceSteps();

	@Test
	void leavesPricesWhereTheVenueHasSaidNothing() {
		steps.saw(listing("ETH/USD", "5"));
		steps.saw(listing("BTC/USD", null));

		assertThat(down("882.01")).isEqualTo("882.01");
		assertThat(steps.downOrNone("BTC/USD", null)).isNull();
	}

	@Test
	void roundsDownToTheVenuesGrid() {
		steps.saw(listing("BTC/USD", "0.5"));

		assertThat(down("882.49")).isEqualTo("882.0");
		assertThat(down("882.50")).isEqualTo("882.50");
		assertThat(steps.downOrNone("BTC/USD", new BigDecimal("0.7"))).isEqualByComparingTo("0.5");
	}

	@Test
	void makesNoPriceNothing() {
		steps.saw(listing("BTC/USD", "5"));

		assertThat(down("4.99")).isEqualTo("4.99");
	}

	@Test
	void keepsWhatTheVenueStopsSaying() {
		steps.saw(listing("BTC/USD", "5"));
		steps.saw(listing("BTC/USD", null));

		assertThat(down("882")).isEqualTo("880");
	}

	private String down(String price) {
		return steps.down("BTC/USD", new BigDecimal(price)).toPlainString();
	}

	private static Listing listing(String symbol, @Nullable String step) {
		return new Listing(symbol, true, true, false, null, null, step == null ? null : new BigDecimal(step));
	}
}
