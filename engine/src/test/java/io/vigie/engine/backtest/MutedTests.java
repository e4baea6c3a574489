package io.vigie.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Strategies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutedTests {

	private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");

	@Test
	void looksAtBarsOfBeforeAndSpeaksFromTheOneThatClosesThenOn() {
		Muted muted = new Muted(Strategies.start("every-bar", Map.of()), MIDNIGHT.plusSeconds(180));
		assertThat(muted.onBar(bar(0)).action()).as("its turn to buy, but not yet").isEqualTo(Action.HOLD);
		assertThat(muted.onBar(bar(1)).action()).isEqualTo(Action.HOLD);
		assertThat(muted.onBar(bar(2)).action()).as("closes at that moment").isEqualTo(Action.BUY);
		assertThat(muted.onBar(bar(3)).action()).isEqualTo(Action.CLOSE);
	}

	@Test
	void learnsFromWhatItMayNotTradeOn() {
		Muted muted = new Muted(Strategies.start("sma-cross", Map.of("fast", BigDecimal.ONE, "slow", BigDecimal.TWO)), MIDNIGHT.plusSeconds(240));
		assertThat(muted.warmUp()).isEqualTo(3);
		for (int i = 0; i < 3; i++) {
			muted.onBar(bar(i, 10 - i));
		}
		assertThat(muted.onBar(bar(3, 20)).action()).as("the fall before it was seen").isEqualTo(Action.BUY);
	}

	private static Bar bar(int minute) {
		return bar(minute, 10);
	}

	private static Bar bar(int minute, int price) {
		BigDecimal it = BigDecimal.valueOf(price);
		return new Bar("X", Timeframe.M1, MIDNIGHT.plusSeconds(60L * minute), it, it, it, it, BigDecimal.ONE, 1, minute);
	}
}
