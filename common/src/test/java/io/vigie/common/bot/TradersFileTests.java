package io.vigie.common.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.common.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class TradersFileTests {

	@TempDir
	private Path folder;

	private final MockEnvironment environment = new MockEnvironment().withProperty("vigie.traders-file", "${VIGIE_TRADERS_FILE}");

	@ParameterizedTest
	@CsvSource({ "file:", "''" })
	void comesAfterWhatIsSaidElsewhere(String scheme) throws IOException {
		environment.setProperty("vigie.bots[0].capital", "7");
		read(scheme, "vigie:\n  bots:\n    - {name: mine, capital: 5}\n");
		assertThat(environment.getProperty("vigie.bots[0].name")).isEqualTo("mine");
		assertThat(environment.getProperty("vigie.bots[0].capital")).isEqualTo("7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "vigie: {bots: [{name: x}|line 1 is no YAML: expected", "a: 1\\nvigie:\\n bots:\\n\\t- name: x|line 4 is no YAML: found character",
			"vigie: {bots: []}|it has none", "''|it has none", "bots: [{name: x}]|it has none", "just words|it has none" })
	void refusesWhatNamesNoTraderInOneSentence(String text, String why) {
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> read("", text.replace("\\n", "\n").replace("\\t", "\t")))
			.withMessageStartingWith("VIGIE_TRADERS_FILE is '" + folder.resolve("bots.yaml") + "': it must be a YAML file with a list of traders, vigie.bots; ")
			.withMessageContaining(why).withMessageNotContaining("\n");
	}

	@Test
	void refusesWhatIsNotThere() {
		environment.setProperty("VIGIE_TRADERS_FILE", "file:/no/such/bots.yaml");
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> TradersFile.read(environment))
			.withMessage("VIGIE_TRADERS_FILE is 'file:/no/such/bots.yaml': it must be a YAML file with a list of traders, vigie.bots; there is no such file");
	}

	private void read(String scheme, String text) throws IOException {
		Path file = Files.writeString(folder.resolve("bots.yaml"), text);
		environment.setProperty("VIGIE_TRADERS_FILE", scheme + file);
		TradersFile.read(environment);
	}
}
