package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTests {

	private final List<String> drawn = new ArrayList<>();
	private long millis;
	private final ProgressBar bar = new ProgressBar(drawn::add, () -> millis * 1_000_000);

	@Test
	void showsNothingOfShortWork() {
		millis = 900;
		bar.accept(0.9);
		bar.end();
		assertThat(drawn).isEmpty();
	}

	@Test
	void showsHowFarLongWorkIsAndTakesItselfAway() {
		millis = 1100;
		bar.accept(0.5);
		millis = 1150;
		bar.accept(0.55);
		millis = 1300;
		bar.accept(1);
		bar.end();
		assertThat(drawn).hasSize(3);
		assertThat(drawn.getFirst()).isEqualTo("\r[" + "█".repeat(20) + "·".repeat(20) + "] 50 %");
		assertThat(drawn.get(1)).endsWith("100 %");
		assertThat(drawn.getLast()).isBlank().startsWith("\r").endsWith("\r");
	}
}
