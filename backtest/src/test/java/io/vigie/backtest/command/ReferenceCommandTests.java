package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the words of a command line to the lists that independent engines agree on, character by character. */
class ReferenceCommandTests {

	@TempDir
	private Path out;

	private final List<String> said = new ArrayList<>();

	@Test
	void crosses() throws IOException {
		assertThat(trades("")).isEqualTo(reference("sma_cross"));
		assertThat(said).anyMatch(it -> it.contains("100,095.46 USD"));
	}

	@Test
	void crossesWithFees() throws IOException {
		assertThat(trades("--fees 0.1%")).isEqualTo(reference("sma_cross_fee10bp"));
		assertThat(said).anyMatch(it -> it.contains("100,088.86708 USD"));
	}

	@Test
	void stopsCheckedAtCloses() throws IOException {
		assertThat(trades("--stop 2% --target 4% --stops close")).isEqualTo(reference("sma_cross_close_stops"));
		assertThat(said).anyMatch(it -> it.contains("100,025.63 USD"));
	}

	@Test
	void stopsRestingInBars() throws IOException {
		assertThat(trades("--stop 2% --target 4% --stops resting")).isEqualTo(reference("sma_cross_bar_stops"));
	}

	@Test
	void stopsLiveFromTheEntryOnProtectTheEntrysBarToo() throws IOException {
		assertThat(trades("--stop 2% --target 4%").get(1)).isEqualTo("33,1361318400,457.69,33,1361318400,450.79,-6.90");
	}

	private List<String> trades(String options) throws IOException {
		List<String> words = new ArrayList<>(List.of("--strategy", "sma-cross", "--data", "AAPL", "--fast", "10", "--slow", "20",
				"--quantity", "1", "--capital", "100000", "--out", out.toString()));
		Stream.of(options.split(" ")).filter(it -> !it.isEmpty()).forEach(words::add);
		new BacktestProgram(said::add, _ -> {
		}).run(words);
		return Files.readAllLines(out.resolve("trades.csv")).stream()
			.map(it -> String.join(",", Arrays.copyOf(it.split(",", -1), 7)))
			.toList();
	}

	private static List<String> reference(String name) throws IOException {
		try (InputStream list = ReferenceCommandTests.class.getResourceAsStream("aapl_1d." + name + ".csv")) {
			return new String(list.readAllBytes()).lines().toList();
		}
	}
}
