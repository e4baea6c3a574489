package io.vigie.engine.risk;

import static io.vigie.engine.risk.RiskFixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTests {

	@Test
	void writesNumbersAsTradersReadThem() {
		assertThat(Words.money(number("5062.57437375"))).isEqualTo("5062.57");
		assertThat(Words.exact(number("5.5000"))).isEqualTo("5.5");
		assertThat(Words.exact(number("1E+3"))).isEqualTo("1000");
		assertThat(Words.exact(new BigDecimal("0.000"))).isEqualTo("0");
		assertThat(Words.percent(number("0.2"))).isEqualTo("20 %");
	}

	@Test
	void writesSpansInSecondsThenMinutes() {
		assertThat(Words.span(Duration.ofMillis(1500))).isEqualTo("1.5 s");
		assertThat(Words.span(Duration.ofSeconds(119))).isEqualTo("119 s");
		assertThat(Words.span(Duration.ofSeconds(120))).isEqualTo("2 min 0 s");
		assertThat(Words.span(Duration.ofSeconds(905))).isEqualTo("15 min 5 s");
	}
}
