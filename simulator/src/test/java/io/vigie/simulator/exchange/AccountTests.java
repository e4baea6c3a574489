package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.Liquidity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTests {

	private final Account account = new Account(d("1000"), List.of());

	@Test
	void paysForWhatItBuysAndTheFee() {
		account.settle("SIM1", Side.BUY, execution("10", "3"), d("0.075"));
		assertThat(account.cash()).isEqualByComparingTo("969.925");
		assertThat(account.quantity("SIM1")).isEqualByComparingTo("3");
	}

	@Test
	void getsWhatItSellsForLessTheFee() {
		account.settle("SIM1", Side.BUY, execution("10", "3"), d("0"));
		account.settle("SIM1", Side.SELL, execution("12", "3"), d("0.09"));
		assertThat(account.cash()).isEqualByComparingTo("1005.91");
		assertThat(account.positions()).isEmpty();
	}

	@Test
	void keepsTheAverageThroughPartialSales() {
		account.settle("SIM1", Side.BUY, execution("10", "1"), d("0"));
		account.settle("SIM1", Side.BUY, execution("11", "2"), d("0"));
		account.settle("SIM1", Side.SELL, execution("99", "1"), d("0"));
		assertThat(account.position("SIM1").orElseThrow().averagePrice()).isEqualByComparingTo("10.666666666666666667");
	}

	@Test
	void neverGoesShort() {
		account.settle("SIM1", Side.BUY, execution("10", "1"), d("0"));
		assertThatIllegalStateException().isThrownBy(() -> account.settle("SIM1", Side.SELL, execution("10", "2"), d("0")))
			.withMessage("Sold more SIM1 than the account holds");
	}

	@ParameterizedTest
	@CsvSource({ "100.00, 100", "1E+3, 1000", "0.000000001, 0.000000001", "0E-10, 0", "-4.10, -4.1" })
	void writesDecimalsPlainly(String value, String text) {
		assertThat(Decimals.text(d(value))).isEqualTo(text);
	}

	private static Execution execution(String price, String quantity) {
		return new Execution(d(price), d(quantity), Liquidity.TAKER);
	}
}
