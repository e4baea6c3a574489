package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

	@ParameterizedTest
	@ValueSource(strings = {"0.001", "0.1%", "10bp", "10bps", "0.10 %"})
	void takesRatesAsFractionsOrWithAUnit(String text) {
		assertThat(words("--fees", text).rate("fees", "0.05").orElseThrow()).isEqualByComparingTo("0.001");
	}

	@Test
	void refusesARateThatWasSurelyMeantInPercent() {
		assertThatThrownBy(() -> words("--stop", "2").rate("stop", "0.99")).isInstanceOf(Unusable.class)
			.hasMessage("'--stop 2' is 200 %; at most 99 % make sense: a bare number is a fraction, so write 2% or 0.02.");
		assertThatThrownBy(() -> words("--fees", "free").rate("fees", "0.05")).hasMessage(
				"'--fees' needs a rate such as 0.1%, 10bp or 0.001, not 'free'.");
	}

	@ParameterizedTest
	@CsvSource({"250ms, PT0.25S", "5s, PT5S", "1.5m, PT1M30S", "2h, PT2H", "1d, PT24H"})
	void takesSpans(String text, Duration expected) {
		assertThat(words("--latency", text).span("latency")).contains(expected);
	}

	@Test
	void refusesASpanWithoutAUnit() {
		assertThatThrownBy(() -> words("--latency", "5").span("latency")).hasMessageContaining("needs a span such as 250ms");
	}

	@Test
	void takesTheWholeOfADayAtTheEnd() {
		Words words = words("--from", "2013-06-30", "--to", "2013-06-30");
		assertThat(words.time("from", false)).contains(Instant.parse("2013-06-30T00:00:00Z"));
		assertThat(words.time("to", true)).contains(Instant.parse("2013-07-01T00:00:00Z"));
		assertThat(words("--to", "2013-06-30 12:00").time("to", true)).contains(Instant.parse("2013-06-30T12:00:00Z"));
		assertThatThrownBy(() -> words("--to", "June").time("to", true)).hasMessageContaining("'--to' needs a date or time");
	}

	@Test
	void givesWhatIsLeftAsNumbers() {
		Words words = words("--fast", "5", "--data", "x.csv", "--slow=7.5");
		assertThat(words.text("data")).contains("x.csv");
		assertThat(words.rest()).isEqualTo(Map.of("fast", new BigDecimal("5"), "slow", new BigDecimal("7.5")));
		assertThatThrownBy(() -> words("--fast", "five").rest()).hasMessage("'--fast' needs a number, not 'five'.");
	}

	@Test
	void refusesWordsThatAreNoOptions() {
		assertThatThrownBy(() -> words("fast", "5")).hasMessageContaining("'backtest' does not know 'fast'");
		assertThatThrownBy(() -> words("--fast")).hasMessage("'--fast' needs a value.");
		assertThatThrownBy(() -> words("--fast", "--slow", "5")).hasMessage("'--fast' needs a value.");
		assertThatThrownBy(() -> words("--fast", "5", "--fast", "6")).hasMessage("'--fast' is given twice.");
	}

	@Test
	void takesFlagsWithoutAValue() {
		Words words = new Words(List.of("--check", "--fast", "5"), List.of("check"));
		assertThat(words.flag("check")).isTrue();
		assertThat(words.flag("check")).as("taken once").isFalse();
	}

	private static Words words(String... words) {
		return new Words(List.of(words), List.of());
	}
}
