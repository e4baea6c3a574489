package io.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TidyDecimalsTests {

	private final TidyDecimals converter = new TidyDecimals();

	@Test
	void dropsZerosThatSayNothing() {
		assertThat(tidy("19937.425626250000000000")).isEqualTo("19937.42562625");
		assertThat(tidy("25000.000000000000000000")).isEqualTo("25000");
		assertThat(tidy("0.000000000000000000")).isEqualTo("0");
		assertThat(tidy("-0.500")).isEqualTo("-0.5");
	}

	@Test
	void keepsNothingAsNothing() {
		assertThat(converter.convertToEntityAttribute(null)).isNull();
		assertThat(converter.convertToDatabaseColumn(null)).isNull();
	}

	@Test
	void writesEveryDigit() {
		assertThat(converter.convertToDatabaseColumn(new BigDecimal("1.500"))).isEqualTo("1.500");
	}

	private String tidy(String stored) {
		return String.valueOf(converter.convertToEntityAttribute(new BigDecimal(stored)));
	}
}
