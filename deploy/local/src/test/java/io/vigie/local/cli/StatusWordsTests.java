package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTests {

	@ParameterizedTest
	@CsvSource({"-5, 0 s", "0, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "172799, 47 h", "172800, 2 days"})
	void saysHowLongInTheUnitPeopleUse(long seconds, String words) {
		assertThat(StatusCommand.words(Duration.ofSeconds(seconds))).isEqualTo(words);
	}

	@Test
	void coloursForPeopleOnly() {
		assertThat(new Screen(System.out, false).red("x")).isEqualTo("x");
		assertThat(new Screen(System.out, true).red("x")).isEqualTo("\u001b[31mx\u001b[0m");
	}

	@Test
	void knowsTheMemoryOfAProcessAndNoneOfNone() {
		assertThat(Memory.of(ProcessHandle.current().pid())).matches("[1-9]\\d* MB");
		assertThat(Memory.of(0)).isEqualTo("-");
	}
}
