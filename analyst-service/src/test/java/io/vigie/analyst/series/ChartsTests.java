package io.vigie.analyst.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.StubSentinel;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.pattern.Study;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class ChartsTests {

	private final StubSentinel sentinel = new StubSentinel();
	private final Charts charts = new Charts(HistoryTests.history(sentinel.url()));

	@AfterEach
	void close() {
		sentinel.close();
	}

	@Test
	void studiesTheLastBarsThatThereAre() {
		List<Bar> bars = MarketFixtures.walk("BTC/USD", 3, 1200);
		sentinel.keep(bars);
		Study study = new Study();
		bars.subList(bars.size() - Study.memory(), bars.size()).forEach(study::add);
		assertThat(charts.of("BTC/USD", Timeframe.M1)).isEqualTo(study.analysis()).hasValueSatisfying(it -> {
			assertThat(it.at()).isEqualTo(bars.getLast().closeAt());
			assertThat(it.levels()).isNotEmpty();
			assertThat(it.indicators()).containsKeys("rsi_14", "macd_signal");
		});
	}

	@Test
	void knowsNothingOfWhatHasNoBars() {
		assertThat(charts.of("BTC/USD", Timeframe.M5)).isEmpty();
	}

	@Test
	void saysSoWhileSentinelIsDown() {
		sentinel.down();
		assertThatThrownBy(() -> charts.of("BTC/USD", Timeframe.M1)).isInstanceOf(TransientDataAccessResourceException.class);
	}
}
