package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.setting.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosOptionsTests {

	private static final Path OUT = Path.of("report.md");

	@Test
	void hasDefaultsForEverything() {
		assertThat(parse("")).isEqualTo(new ChaosOptions(10, 1, 60, OUT));
	}

	@Test
	void takesWhatItIsGiven() {
		assertThat(parse("--minutes 3 --seed 99 --speed 120 --out here.md")).isEqualTo(new ChaosOptions(3, 99, 120, Path.of("here.md")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"--minutes|'--minutes' needs a number from 1 to 240.",
			"--minutes 0|'--minutes' needs a number from 1 to 240.",
			"--minutes 241|'--minutes' needs a number from 1 to 240.",
			"--minutes ten|'--minutes' needs a number from 1 to 240.",
			"--seed -1|'--seed' needs a whole number.",
			"--seed 1234567890123456789|'--seed' needs a whole number.",
			"--speed 601|'--speed' needs a number from 1 to 600.",
			"--out|'--out' needs the name of a file.",
			"--fast|'chaos' does not know '--fast'. ./vigie chaos --help shows what there is."})
	void refusesAndNamesTheOption(String words, String sentence) {
		assertThatThrownBy(() -> parse(words)).isInstanceOf(Refusal.class).hasMessage(sentence);
	}

	@Test
	void explainsEachOption() {
		assertThat(ChaosOptions.HELP).contains("--minutes", "--seed", "--speed", "--out", "Exit code 1");
	}

	private static ChaosOptions parse(String words) {
		return ChaosOptions.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")), OUT);
	}
}
