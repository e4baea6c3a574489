package io.vigie.analyst;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.bot.ProtectionChoice;
import io.vigie.common.bot.RiskLimits;
import io.vigie.common.bot.SizingChoice;
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
				new RiskLimits(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO));
	}

	/** Crosses averages of one and two minutes. */
	public static Bot crosser(String... symbols) {
		return bot("crosser", "sma-cross", Map.of("fast", BigDecimal.ONE, "slow", BigDecimal.TWO), symbols);
	}

	/** Trades what its sources want together on a minute, as the majority does, one vote being enough. */
	public static Bot council(List<String> sources, String... symbols) {
		return new Bot("council", Bot.COLLABORATIVE, "majority-vote", Map.of("quorum", BigDecimal.ONE), List.of(symbols), Timeframe.M1,
				BigDecimal.valueOf(25_000), new RiskLimits(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO), sources);
	}

	/** Compares its symbols with the reference. */
	public static Bot comparing(Bot it, String reference) {
		return new Bot(it.name(), it.agent(), it.strategy(), it.parameters(), it.symbols(), it.timeframe(), it.capital(), it.risk(), it.sources(),
				reference);
	}

	/** The same, its entries sized by how far the market ranges. */
	public static Bot sizedByVolatility(Bot it) {
		SizingChoice usual = SizingChoice.USUAL;
		return new Bot(it.name(), it.agent(), it.strategy(), it.parameters(), it.symbols(), it.timeframe(), it.capital(),
				new RiskLimits(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, new SizingChoice(SizingChoice.Policy.VOLATILITY, null,
						usual.risk(), usual.ranges(), usual.kelly(), usual.leastTrades()), ProtectionChoice.USUAL));
	}

	public static Bots bots(Bot... bots) {
		Bots all = Mockito.mock(Bots.class);
		Mockito.when(all.all()).thenReturn(List.of(bots));
		return all;
	}
}
