package io.vigie.engine.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyExamplesTests {

	static Stream<StrategyExample> all() {
		return StrategyExamples.all().stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void actsWhereItShould(StrategyExample it) {
		assertThat(it.events(it.busy())).isEqualTo(it.expected());
	}

	@ParameterizedTest
	@MethodSource("all")
	void staysQuietWhereItShould(StrategyExample it) {
		var decisions = it.decisions(it.quiet());
		assertThat(it.events(it.quiet())).isEmpty();
		assertThat(decisions.getLast().reasoning()).as("it had enough bars to act").doesNotContain("Warming up");
	}

	@ParameterizedTest
	@MethodSource("all")
	void saysTheValuesItActedOn(StrategyExample it) {
		assertThat(it.decisions(it.busy())).filteredOn(decision -> !decision.confidence().equals(java.math.BigDecimal.ZERO))
			.isNotEmpty()
			.allSatisfy(decision -> {
				assertThat(decision.reasoning()).matches(".*\\d.*");
				assertThat(decision.indicators()).isNotEmpty();
			});
	}

	@Test
	void leavesNoStrategyOut() {
		List<String> known = Strategies.all().stream().map(StrategyType::name).filter(it -> !it.equals("every-bar")).toList();
		assertThat(StrategyExamples.all()).extracting(StrategyExample::strategy).containsExactlyInAnyOrderElementsOf(known);
	}
}
