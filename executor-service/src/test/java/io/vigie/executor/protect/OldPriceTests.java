package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldPriceTests {

	@ParameterizedTest
	@CsvSource({ "392, 400, 100, 98.00", "392, 400, 400, 392", "392, 400, 401.5, 392", "392, 400, 320, 392", "98, 100, 200, 196.00", "98.01, 100, 50, 49.01",
			"98, 0, 50, 98", "98, 100, 0, 98" })
	void followsWhatAUnitCost(BigDecimal price, BigDecimal then, BigDecimal now, BigDecimal expected) {
		assertThat(OldPrice.asOfNow(price, then, now)).isEqualByComparingTo(expected);
	}
}
