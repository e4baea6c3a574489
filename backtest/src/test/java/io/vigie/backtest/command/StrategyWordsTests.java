package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies that are more than a name: files of rules, and those that compare two symbols. */
class StrategyWordsTests {

	@TempDir
	private Path folder;

	@Test
	void rulesInAFileTradeLikeTheStrategyTheyDescribe() throws IOException {
		Path rules = write("cross.yaml", """
				name: cross
				parameters: {fast: 10, slow: 20}
				entry: sma(fast) crosses above sma(slow)
				exit: sma(fast) crosses below sma(slow)
				""");
		List<String> written = trades("--strategy", rules.toString(), "--data", "AAPL");
		assertThat(written).hasSize(8).isEqualTo(trades("--strategy", "sma-cross", "--data", "AAPL"));
		assertThat(trades("--strategy", rules.toString(), "--data", "AAPL", "--fast", "5"))
			.isEqualTo(trades("--strategy", "sma-cross", "--data", "AAPL", "--fast", "5"));
	}

	@Test
	void comparesWithAReference() throws IOException {
		Path market = write("market.csv", "date,open,high,low,close,volume\n" + days(it -> 100));
		Path stock = write("stock.csv", "date,open,high,low,close,volume\n" + days(it -> it < 30 ? 50 : it < 45 ? 20 + it : 65 - 2 * (it - 45)));
		assertThat(trades("--strategy", "relative-strength", "--data", stock.toString(), "--reference", market.toString())).hasSize(2);
	}

	@Test
	void asksForTheReferenceWhereOneIsNeededAndOnlyThere() {
		assertRefused("compares with another symbol: name it with --reference", "--strategy", "pair-reversion", "--data", "AAPL");
		assertRefused("'--reference' is for strategies that compare two symbols, and sma-cross doesn't", "--data", "AAPL", "--reference", "BTC/USD");
		assertRefused("'--reference nowhere' is neither a file nor a recording", "--strategy", "pair-reversion", "--data", "AAPL", "--reference",
				"nowhere");
	}

	@Test
	void refusesAReferenceOfAnotherTime() {
		assertRefused("'--reference BTC/USD' holds nothing from 2023-03-", "--strategy", "pair-reversion", "--data", "ETH/USD", "--reference",
				"BTC/USD");
	}

	@Test
	void tellsWhatIsWrongWithAFile() throws IOException {
		Path rules = write("bad.yaml", "name: bad\nentry: close > 1\nexit: rsi > 5\n");
		assertRefused("bad.yaml line 3, exit: 'rsi > 5', column 1: 'rsi' is written rsi(period)", "--strategy", rules.toString());
		assertRefused("none.yaml can't be read; is it there?", "--strategy", "none.yaml");
	}

	private List<String> trades(String... words) throws IOException {
		Path out = folder.resolve("out");
		List<String> all = new ArrayList<>(List.of(words));
		all.addAll(List.of("--out", out.toString()));
		run(all);
		return Files.readAllLines(out.resolve("trades.csv"));
	}

	private static void assertRefused(String why, String... words) {
		assertThatExceptionOfType(Unusable.class).isThrownBy(() -> run(List.of(words))).withMessageContaining(why);
	}

	private static void run(List<String> words) {
		new BacktestProgram(_ -> {
		}, _ -> {
		}).run(words);
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private static String days(IntUnaryOperator price) {
		StringBuilder rows = new StringBuilder();
		for (int day = 0; day < 60; day++) {
			int close = price.applyAsInt(day);
			rows.append(LocalDate.of(2024, 1, 1).plusDays(day)).append(",%d,%d,%d,%d,10\n".formatted(close, close + 1, close - 1, close));
		}
		return rows.toString();
	}
}
