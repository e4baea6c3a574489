package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTests {

	private static List<String> run(String... words) {
		List<String> lines = new ArrayList<>();
		new BacktestProgram(lines::add, _ -> {
		}).run(List.of(words));
		return lines;
	}

	@Test
	void sweepsAndReportsTheBestWithAllThatWasAsked(@TempDir Path folder) throws IOException {
		List<String> lines = run("--data", "AAPL", "--sweep", "fast=4:12:4,slow=15:25:5", "--walk-forward", "2", "--monte-carlo", "100",
				"--sensitivity", "--out", folder.toString());

		assertThat(lines).contains("Parameters tried: 9", "Walk-forward", "Trades drawn anew", "Sensitivity to costs", "Verdict: refused");
		assertThat(lines.getFirst()).startsWith("sma-cross(fast ");
		assertThat(Files.readString(folder.resolve("report.html"))).contains("Parameters tried: 9", "Verdict: refused", "Sensitivity to costs");
		assertThat(Files.readString(folder.resolve("result.json"))).contains("\"verdict\":\"refused, because ", "\"title\":\"Walk-forward\"");
	}

	@Test
	void drawsWhatItTriesAtRandomBySeed() {
		List<String> seven = run("--data", "AAPL", "--sweep", "fast=4:12,slow=15:40", "--random", "5", "--seed", "7");

		assertThat(seven).contains("Parameters tried: 5").isEqualTo(run("--data", "AAPL", "--sweep", "fast=4:12,slow=15:40", "--random", "5", "--seed", "7"));
		assertThat(seven).isNotEqualTo(run("--data", "AAPL", "--sweep", "fast=4:12,slow=15:40", "--random", "5", "--seed", "8"));
	}

	@Test
	void judgesEveryRun() {
		assertThat(run("--data", "AAPL")).contains("Verdict: refused")
			.anyMatch(it -> it.startsWith("Refused, because 7 trades are too few to judge by, 30 are needed"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"--sweep | slo=1:2 | ranges over 'slo', which sma-cross does not take", "--sweep | slow=2:1 | leads nowhere",
			"--random | 5 | '--sweep' gives, and that is missing", "--walk-forward | 0 | whole number from 1 to 100", "--seed | x | whole number",
			"--monte-carlo | 1000001 | from 1 to 1000000", "--walk-forward | 99 | too few for 99 stretches",
			"--sweep | fast=30:40,slow=2:20 | no combination that sma-cross takes"})
	void saysWhatMakesNoSense(String option, String value, String sentence) {
		assertThatThrownBy(() -> run("--data", "AAPL", option, value)).isInstanceOf(Unusable.class).hasMessageContaining(sentence);
	}
}
