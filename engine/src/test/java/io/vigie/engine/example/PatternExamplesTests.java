package io.vigie.engine.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.pattern.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternExamplesTests {

	static Stream<PatternExample> all() {
		return PatternExamples.all().stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void isSeenOnceWhereItIsComplete(PatternExample it) {
		assertThat(it.seenIn(it.busy())).isEqualTo(List.of(it.at()));
	}

	@ParameterizedTest
	@MethodSource("all")
	void isNotSeenWhereOneThingIsMissing(PatternExample it) {
		assertThat(it.seenIn(it.quiet())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("all")
	void namesItsPointsAndNumbers(PatternExample it) {
		var finding = it.finding();
		assertThat(finding.at()).isEqualTo(it.busy().get(it.at()).closeAt());
		assertThat(finding.points()).isNotEmpty().isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
		assertThat(finding.points()).allSatisfy(point -> assertThat(it.busy()).anySatisfy(bar -> {
			assertThat(bar.openAt()).isEqualTo(point.at());
			assertThat(point.price()).isIn(bar.high(), bar.low(), bar.close());
		}));
		assertThat(finding.evidence()).matches("[A-Z].*\\d.*");
	}

	@Test
	void leavesNoPatternOut() {
		assertThat(PatternExamples.all()).extracting(PatternExample::pattern).containsExactlyInAnyOrder(Pattern.values());
	}
}
