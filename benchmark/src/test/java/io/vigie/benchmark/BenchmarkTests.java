package io.vigie.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.ScaledBars;
import io.vigie.engine.market.Bar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.num.DecimalNumFactory;

class BenchmarkTests {

	@Test
	void findsTheTradesThatTa4jFindsWithDecimals() {
		List<Bar> bars = Walk.bars(20_000);
		Other other = new Other(bars, DecimalNumFactory.getInstance());
		Ours ours = new Ours(ScaledBars.of(bars).orElseThrow());
		for (Pair it : List.of(new Pair(10, 20), new Pair(1, 2), new Pair(3, 50))) {
			assertThat(ours.run(it.fast(), it.slow())).as("%s", it).hasSizeGreaterThan(100).isEqualTo(other.run(it.fast(), it.slow()));
		}
	}

	@Test
	void comparesWhatItMeasuresAndTellsAll() {
		List<String> said = new ArrayList<>();
		assertThat(new Benchmark(new Benchmark.Sizes(2000, 1, 20, 500), said::add).run()).isTrue();
		assertThat(String.join("\n", said)).contains("bytes a bar", "ta4j BarSeriesManager, DecimalNum", "ta4j BacktestExecutor, DoubleNum");
	}

	@Test
	void sweepsDifferentPairs() {
		List<Pair> pairs = Pair.first(1000);
		assertThat(new HashSet<>(pairs)).hasSize(1000);
		assertThat(pairs).allMatch(it -> it.fast() < it.slow());
	}
}
