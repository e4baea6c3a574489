package io.vigie.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTests {

	@Test
	void isWarmOnceGoingOnNoLongerPays() {
		assertThat(Bench.isWarm(List.of())).isFalse();
		assertThat(Bench.isWarm(List.of(50.0, 50.0, 50.0, 50.0, 50.0))).as("too soon to tell").isFalse();
		assertThat(Bench.isWarm(List.of(900.0, 300.0, 100.0, 80.0, 70.0, 60.0))).isFalse();
		assertThat(Bench.isWarm(List.of(300.0, 100.0, 62.0, 90.0, 60.0, 85.0))).isTrue();
	}

	@Test
	void goesOnWhereNothingWasTradedAtFirst() {
		assertThat(Bench.isWarm(List.of(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, 80.0, 70.0, 60.0))).isFalse();
	}

	@Test
	void spreadsTheOrdersOfABotOverTheSecond() {
		String bots = BenchSettings.bots(new BenchOptions(1, 4, 10, 2, 10_000));
		assertThat(bots).contains("{name: bench1, strategy: every-bar, parameters: {stay: 5, phase: 0}, timeframe: 1s, capital: 1000000,"
				+ " symbols: [BENCH001/USD, BENCH004/USD, BENCH007/USD, BENCH010/USD]}")
			.contains("symbols: [BENCH002/USD, BENCH005/USD, BENCH008/USD]}", "symbols: [BENCH003/USD, BENCH006/USD, BENCH009/USD]}");
	}
}
