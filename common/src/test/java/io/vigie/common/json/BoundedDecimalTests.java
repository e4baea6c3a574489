package io.vigie.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;

class BoundedDecimalTests {

	record Price(BigDecimal value) {
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"1E+999999999\"", "1E+999999999", "\"1E-101\""})
	void refusesDecimalsThatNobodyCanCalculateWith(String decimal) {
		assertThatThrownBy(() -> VigieJson.mapper().readValue("{\"value\":" + decimal + "}", Price.class))
			.isInstanceOf(DatabindException.class)
			.hasMessageContaining("more than 100 digits");
	}

	@Test
	void keepsEveryDigitOfTheOthers() {
		String value = "12345678901234567890.123456789012345678";
		assertThat(VigieJson.mapper().readValue("{\"value\":\"" + value + "\"}", Price.class).value()).isEqualTo(value);
		assertThat(VigieJson.mapper().readValue("{}", Price.class).value()).isNull();
	}
}
