package io.vigie.orchestrator.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFactsTests {

	@Test
	void readsWhatTheScanMeasured() {
		ScanFacts facts = ScanFacts.of(Map.of("volatility", "0.018", "market_open", "false", "tick_age_ms", "1500"));
		assertThat(facts.volatility()).isEqualByComparingTo("0.018");
		assertThat(facts.open()).isFalse();
		assertThat(facts.tickAge()).isEqualTo(Duration.ofMillis(1500));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NaN", "-1", "much", "1e99999999", "99999999999999999999999999999999999999999999" })
	void takesTheUnreadableForUnmeasured(String value) {
		ScanFacts facts = ScanFacts.of(Map.of("volatility", value, "tick_age_ms", value));
		assertThat(facts.volatility()).isNull();
		assertThat(facts.tickAge()).isNull();
	}

	@Test
	void takesTheMissingForUnmeasured() {
		assertThat(ScanFacts.of(Map.of())).isEqualTo(new ScanFacts(null, true, null));
	}
}
