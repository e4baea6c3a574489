package io.vigie.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.strategy.Strategies;
import io.vigie.local.setting.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisBenchTests {

	@Test
	void tellsWhatABarCostsAndWhetherACoreKeepsUp() {
		List<String> said = new ArrayList<>();
		assertThat(new AnalysisBench(new AnalysisOptions(3, 20, 2, 700), said::add).run()).isTrue();
		assertThat(said).anyMatch(it -> it.matches("  \\d+\\.\\d µs a symbol .*; [1-9][\\d,]* decisions to act, [1-9][\\d,]* patterns and [1-9][\\d,]* levels.*"))
			.anyMatch(it -> it.startsWith("3 symbols at 1-minute bars and 20 ticks/s on one core"))
			.contains("One core keeps up.");
		assertThat(Strategies.all()).allSatisfy(type -> assertThat(said).anyMatch(it -> it.startsWith("  " + type.name() + " ")));
	}

	@Test
	void takesItsOptions() {
		assertThat(AnalysisOptions.parse(List.of("--analysis"))).isEqualTo(new AnalysisOptions(500, 1000, 60, 1500));
		assertThat(AnalysisOptions.parse(List.of("--analysis", "--symbols", "7", "--ticks", "8", "--minutes", "9")))
			.isEqualTo(new AnalysisOptions(7, 8, 9, 1500));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = {"--symbols 0,'--symbols' needs a number from 1 to 2000.", "--ticks many,'--ticks' needs a number from 1 to 50000.",
			"--minutes,'--minutes' needs a number from 1 to 1000.", "--rounds 5,'bench --analysis' does not know '--rounds'."})
	void refusesWhatItCantMeasure(String words, String why) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> AnalysisOptions.parse(List.of(words.split(" "))))
			.satisfies(it -> assertThat(it.sentence()).startsWith(why.replace("''", "'")));
	}
}
