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

class BacktestProgramTests {

	@TempDir
	private Path folder;

	private final List<String> said = new ArrayList<>();

	@Test
	void tradesARecordingWhenItIsToldNothing() {
		run();
		assertThat(said.getFirst()).startsWith("sma-cross(fast 10, slow 20) on BTC/USD");
		assertThat(text()).containsPattern("Trades closed +306\\b").contains("fills at the next print", "nobody trades for free");
	}

	@Test
	void sizesByTheRiskGateAsLive() {
		run("--data", "AAPL", "--size", "risk", "--fees", "0.1%");
		assertThat(text()).contains("sized by the risk gate").doesNotContain("No trades");
	}

	@Test
	void cutsTheSpan() {
		run("--data", "AAPL", "--from", "2013-06-01", "--to", "2013-06-30");
		assertThat(said.get(1)).isEqualTo("20 bars of 1d, 2013-06-03T00:00:00Z to 2013-06-29T00:00:00Z");
	}

	@Test
	void scalesNothingUpFromAFewDaysToAYear() throws IOException {
		run("--out", folder.resolve("days").toString());
		assertThat(text()).containsPattern("CAGR +n/a \\(less than 360 days\\)").containsPattern("Calmar +n/a").containsPattern("Sharpe +-?[\\d.]+ ± 7\\.\\d+");
		assertThat(Files.readString(folder.resolve("days/result.json"))).contains("\"cagr\":null", "\"calmar\":null", "\"too_short_for_a_year\":true");
		assertThat(Files.readString(folder.resolve("days/report.html"))).contains("<td>n/a (less than 360 days)</td>");
		said.clear();
		run("--data", "AAPL");
		assertThat(text()).containsPattern("CAGR +-?[\\d.]+ %").doesNotContain("n/a");
	}

	@Test
	void tradesAFileAndWritesWhatCameOfIt() throws IOException {
		Path data = Files.writeString(folder.resolve("my.csv"), "time,open,high,low,close\n60,10,10,10,10\n120,9,9,9,9\n180,9,10,9,10\n240,10,11,10,11\n");
		run("--data", data.toString(), "--fast", "1", "--slow", "2", "--out", folder.resolve("out").toString());
		assertThat(Files.readAllLines(folder.resolve("out/trades.csv"))).hasSize(2).element(1).asString().startsWith("3,240,10.00,,,,,1,0,");
		assertThat(Files.readString(folder.resolve("out/result.json"))).contains("\"strategy\":\"sma-cross\"", "\"final_equity\":\"100001\"");
		assertThat(Files.readString(folder.resolve("out/report.html"))).contains("<html");
	}

	@Test
	void refusesInOneSentence() {
		assertRefused("'--quantity' and '--size' exclude each other.", "--quantity", "1", "--size", "20%");
		assertRefused("'--stops never': use bracket, resting, close.", "--stops", "never");
		assertRefused("'--fills next-print' needs prints, and AAPL, daily bars of 2013 holds bars.", "--data", "AAPL", "--fills", "next-print");
		assertRefused("'--data MSFT' is neither a file nor a recording: those are BTC/USD, ETH/USD and AAPL.", "--data", "MSFT");
		assertRefused("'--timeframe 3m': use 1s, 1m, 5m, 15m, 1h or 1d.", "--data", "AAPL", "--timeframe", "3m");
		assertRefused("AAPL, daily bars of 2013 holds nothing between --from and --to.", "--data", "AAPL", "--from", "2020-01-01");
		assertRefused("Strategy 'sma-cross': 'fast' must be smaller than 'slow', not 20 and 10.", "--data", "AAPL", "--fast", "20", "--slow", "10");
		assertRefused("'--capital' needs a number above zero, not 0.", "--data", "AAPL", "--capital", "0");
		assertRefused("'--size risk' trades with brackets, as live: leave '--stops' out.", "--data", "AAPL", "--size", "risk", "--stops", "close");
	}

	private void assertRefused(String sentence, String... words) {
		assertThatThrownBy(() -> run(words)).isInstanceOf(Unusable.class).hasMessage(sentence);
	}

	private void run(String... words) {
		new BacktestProgram(said::add, _ -> {
		}).run(List.of(words));
	}

	private String text() {
		return String.join("\n", said);
	}
}
