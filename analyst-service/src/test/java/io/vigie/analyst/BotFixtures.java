package io.vigie.analyst;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mockito.Mockito;

/** Bots as the configuration would give them. */
public final class BotFixtures {

	private BotFixtures() {
	}

	public static Bot bot(String name, String strategy, Map<String, BigDecimal> parameters, String... symbols) {
		return new Bot(name, "rules", strategy, parameters, List.of(symbols), Timeframe.M1, BigDecimal.valueOf(25_000),
				Mockito.mock(RiskLimits.class));
	}

	/** Crosses averages of one and two minutes. */
	public static Bot crosser(String... symbols) {
		return bot("crosser", "sma-cross", Map.of("fast", BigDecimal.ONE, "slow", BigDecimal.TWO), symbols);
	}

	public static Bots bots(Bot... bots) {
		Bots all = Mockito.mock(Bots.class);
		Mockito.when(all.all()).thenReturn(List.of(bots));
		return all;
	}
}
