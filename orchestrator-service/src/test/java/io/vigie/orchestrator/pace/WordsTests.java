package io.vigie.orchestrator.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 0 s", "PT45S, 45 s", "PT60S, 1 min", "PT90S, 90 s", "PT3M, 3 min", "PT10M5S, 10 min", "PT1H, 1 h",
			"PT-5S, 0 s", "PT90M, 90 min" })
	void saysDurations(Duration duration, String words) {
		assertThat(Words.duration(duration)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "0.018, 1.8 %", "0.01, 1 %", "0.1, 10 %", "0, 0 %", "0.00042, 0.042 %", "1, 100 %", "0.012345, 1.23 %" })
	void saysFractions(BigDecimal fraction, String words) {
		assertThat(Words.percent(fraction)).isEqualTo(words);
	}
}
