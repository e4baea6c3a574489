package io.vigie.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResampledTests {

	@Test
	void makesLongerBarsAndKeepsTheUnfinishedOne() {
		List<Bar> minutes = List.of(bar(0, "10", "12", "9", "11"), bar(60, "11", "15", "11", "14"), bar(300, "14", "14", "13", "13"));
		List<Bar> longer = Resampled.bars(new MarketData.Bars("X", Timeframe.M1, minutes, "x.csv", List.of()), Timeframe.M5);
		assertThat(longer).extracting(it -> it.openAt().getEpochSecond() + " " + it.open() + " " + it.high() + " " + it.low() + " " + it.close()
				+ " " + it.volume()).containsExactly("0 10 15 9 14 2", "300 14 14 13 13 1");
	}

	@Test
	void leavesBarsAsTheyAreAndCutsNone() {
		MarketData.Bars data = new MarketData.Bars("X", Timeframe.M1, List.of(bar(0, "10", "12", "9", "11")), "x.csv", List.of());
		assertThat(Resampled.bars(data, Timeframe.M1)).isSameAs(data.bars());
		assertThatThrownBy(() -> Resampled.bars(data, Timeframe.S1)).isInstanceOf(BadData.class)
			.hasMessage("x.csv: its bars are of 1m and can't be cut into 1s");
	}

	@Test
	void makesBarsOfPrints() {
		List<Tick> ticks = List.of(tick(1, 5, "10"), tick(2, 50, "12"), tick(3, 61, "11"));
		List<Bar> bars = Resampled.bars(new MarketData.Prints("X", ticks, "x.csv", List.of()), Timeframe.M1);
		assertThat(bars).extracting(Bar::close).containsExactly(new BigDecimal("12"), new BigDecimal("11"));
	}

	private static Bar bar(long second, String open, String high, String low, String close) {
		return new Bar("X", Timeframe.M1, Instant.ofEpochSecond(second), new BigDecimal(open), new BigDecimal(high), new BigDecimal(low),
				new BigDecimal(close), BigDecimal.ONE, 0, 0);
	}

	private static Tick tick(long sequence, long second, String price) {
		return new Tick("X", sequence, Instant.ofEpochSecond(second), new BigDecimal(price), BigDecimal.ONE);
	}
}
