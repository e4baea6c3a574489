package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitRatioTests {

	@ParameterizedTest
	@CsvSource({ "AAPL split 4:1, 4, 1", "1-for-3 reverse split, 1, 3", "3 for 2, 3, 2", "ratio 1/10, 1, 10", "1.5 : 1, 1.5, 1" })
	void isReadFromWords(String words, BigDecimal one, BigDecimal other) {
		assertThat(SplitRatio.of(words)).contains(new SplitRatio(one, other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "stock split", "split on 2026-11-20", "4" })
	void isNotThereInOtherWords(String words) {
		assertThat(SplitRatio.of(words)).isEmpty();
	}

	@Test
	void leavesAFractionOver() {
		assertThat(ratio("1:4").fraction(units("15"), units("-12"))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("0.75"));
		assertThat(ratio("4:1").fraction(units("15"), units("-12"))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("0.75"));
	}

	@Test
	void isNotBelievedWhereTheUnitsDoNotFit() {
		assertThat(ratio("1:4").fraction(units("15"), units("-5"))).isEmpty();
		assertThat(ratio("1:3").fraction(units("15"), units("-10"))).isEmpty();
		assertThat(ratio("0:3").fraction(units("15"), units("-15"))).isEmpty();
	}

	private static SplitRatio ratio(String words) {
		return SplitRatio.of(words).orElseThrow();
	}

	private static BigDecimal units(String value) {
		return new BigDecimal(value);
	}
}
