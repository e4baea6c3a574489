package io.vigie.backtest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Parameter;
import io.vigie.engine.strategy.Strategy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTests {

	private static final Path EXAMPLE = Path.of("..", "docs", "strategies", "dip-in-uptrend.yaml");

	@Test
	void readsTheExampleOfTheDocumentation() {
		var type = RuleFiles.strategy(EXAMPLE.toString());
		assertThat(type.name()).isEqualTo("dip-in-uptrend");
		assertThat(type.meaning()).startsWith("Buys dips");
		assertThat(type.parameters()).extracting(Parameter::name).containsExactly("oversold", "trend");
		Strategy strategy = type.start(Map.of("oversold", BigDecimal.valueOf(45)));
		assertThat(walk(4000).stream().map(strategy::onBar).map(it -> it.action()).distinct()).contains(Action.BUY, Action.CLOSE);
	}

	@Test
	void findsStrategiesByNameToo() {
		assertThat(RuleFiles.strategy("sma-cross").name()).isEqualTo("sma-cross");
		assertThatIllegalArgumentException().isThrownBy(() -> RuleFiles.strategy("astrology")).withMessageContaining("known are");
		assertThat(RuleFiles.strategy("file:" + EXAMPLE).name()).isEqualTo("dip-in-uptrend");
	}

	@Test
	void readsEveryWayToCombine() {
		var type = RuleFileReader.read("mine.yaml", """
				name: mine
				entry: [close > 10, "close > open"]
				exit: {not: {any: [close > 9, {all: [close > 8, low > 8]}]}}
				""");
		Strategy strategy = type.start(Map.of());
		assertThat(actions(strategy, "9.5 10.5 11 10 8.5 8 9")).isEqualTo("HOLD BUY HOLD HOLD HOLD CLOSE HOLD");
		assertThat(type.meaning()).isEqualTo("Rules from mine.yaml");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"name: mine;entry: close > 1;exit: clos < 1 | line 3, exit: 'clos' is neither an indicator nor one of the parameters []",
			"name: mine;entry: close > 1;exit: rsi(14 < 1 | line 3, exit: 'rsi(14 < 1', column 8: expected ')'",
			"name: mine;entry: close > 1;exit:;  any:;    - close < 1;    - rsi < 30 | line 6, exit.any[2]: 'rsi < 30', column 1: 'rsi' is written rsi(period)",
			"name: mine;entry: close > 1 | line 1, the file: lacks the field 'exit'",
			"name: mine;entry: close > 1;exit: close < 1;stop: 5 | line 4, the file: has no field 'stop', but [name",
			"name: mine;entry: {all: [close > 1], any: [close > 2]};exit: close < 1 | line 2, entry: must have one of 'all', 'any' and 'not'",
			"name: mine;entry: {some: [close > 1]};exit: close < 1 | line 2, entry: has no field 'some', but [all, any, not]",
			"name: mine;entry: {all: []};exit: close < 1 | line 2, entry.all: 'all' and 'any' need at least one condition",
			"name: mine;entry: {all: close > 1};exit: close < 1 | line 2, entry.all: must be a list of conditions",
			"name: mine;entry: close > 1;exit:;  - [] | line 4, exit[1]: 'all' and 'any' need at least one condition",
			"name: My Rules;entry: close > 1;exit: close < 1 | line 1, name: must be 2 to 41 lower-case letters",
			"name: mine;parameters: {mark: high};entry: close > mark;exit: close < 1 | line 2, parameters.mark: must be a number, not 'high'",
			"name: mine;parameters: {mark: 5};entry: close > 2;exit: close < 1 | line 1, the file: Parameter 'mark' is declared, but no rule uses it",
			"name: mine;entry: sma(0) > 2;exit: close < 1 | line 2, entry: A period must lie between 1 and 1000 bars, not be 0",
			"name: mine;entry: close > 1;entry: close > 2;exit: close < 1 | line 3, the file: has 'entry' twice",
			"name: mine;entry: close > 1;exit: | line 3, exit: must be a text",
			"- close | line 1, the file: must have fields such as [name",
			"name: [mine | line 1: is not YAML"})
	void namesTheLineAndFieldOfWhatItCantUse(String lines, String why) {
		assertThatExceptionOfType(RuleFileRefused.class).isThrownBy(() -> RuleFileReader.read("mine.yaml", lines.replace(';', '\n')))
			.withMessageContaining("mine.yaml").withMessageContaining(why);
	}

	@Test
	void refusesWhatIsNoRuleFileAtAll(@TempDir Path folder) throws IOException {
		assertRefused(folder.resolve("none.yaml"), "can't be read; is it there?");
		assertRefused(Files.writeString(folder.resolve("empty.yaml"), ""), "is empty");
		assertRefused(Files.writeString(folder.resolve("large.yaml"), "#".repeat(100_001)), "is larger than 100000 bytes");
		assertRefused(Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xc3, 0x28}), "is not text in UTF-8");
		assertRefused(Files.writeString(folder.resolve("class.yaml"), "!!javax.script.ScriptEngineManager []"), "Global tag is not allowed");
		assertRefused(Files.writeString(folder.resolve("deep.yaml"), "name: mine\nexit: close > 1\nentry: " + "{not: ".repeat(12) + "close > 1"
				+ "}".repeat(12)), "rules nest too deep");
	}

	private static void assertRefused(Path file, String why) {
		assertThatExceptionOfType(RuleFileRefused.class).isThrownBy(() -> RuleFiles.strategy(file.toString())).withMessageContaining(why);
	}

	private static String actions(Strategy strategy, String closes) {
		List<String> actions = new ArrayList<>();
		for (String close : closes.split(" ")) {
			actions.add(strategy.onBar(bar(actions.size(), Double.parseDouble(close) - 0.1, Double.parseDouble(close))).action().name());
		}
		return String.join(" ", actions);
	}

	private static List<Bar> walk(int length) {
		Random random = new Random(3);
		List<Bar> bars = new ArrayList<>();
		double price = 100;
		for (int i = 0; i < length; i++) {
			double open = price;
			price = Math.max(5, price + random.nextGaussian() * 0.4 + Math.sin(i / 200.0) * 0.05);
			bars.add(bar(i, open, price));
		}
		return bars;
	}

	private static Bar bar(int minute, double open, double close) {
		BigDecimal first = BigDecimal.valueOf(Math.round(open * 100), 2);
		BigDecimal last = BigDecimal.valueOf(Math.round(close * 100), 2);
		return new Bar("EXAMPLE", Timeframe.M1, Instant.EPOCH.plusSeconds(60L * minute), first, first.max(last), first.min(last), last,
				BigDecimal.ONE, 1, 0);
	}
}
