package io.vigie.executor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.sql.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningTests {

	private static final Instant OPENED = Instant.parse("2026-11-20T12:00:00Z");

	private final Opening opening = new Opening(OPENED, Set.of("a"));

	@Test
	void includesWhatHappenedUpToThen() {
		assertThat(opening.covers(OPENED)).isTrue();
		assertThat(opening.covers(OPENED.plusMillis(1))).isFalse();
	}

	@Test
	void includesTheEntriesItKnewWhateverTheirTime() {
		assertThat(opening.covers("a", OPENED.plusSeconds(60))).isTrue();
	}

	@Test
	void doesNotIncludeAnEntryOfTheSameDayThatItDidNotKnow() {
		assertThat(opening.covers("b", OPENED.minus(Duration.ofHours(12)))).isFalse();
		assertThat(opening.covers("b", OPENED.minus(Duration.ofDays(3)))).isTrue();
	}

	@Test
	void showsDecimalsPlainly() {
		assertThat(Plain.of(new BigDecimal("25000.000000000000000000"))).hasToString("25000");
		assertThat(Plain.of(new BigDecimal("0.100"))).hasToString("0.1");
		assertThat(Plain.of(new BigDecimal("1E+3"))).hasToString("1000");
		assertThat(Plain.of(BigDecimal.ZERO)).hasToString("0");
	}
}
