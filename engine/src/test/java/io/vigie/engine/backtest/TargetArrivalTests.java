package io.vigie.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the simulated venue does with a target that comes to life with its entry, print by print. */
class TargetArrivalTests {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
	private static final Instrument CENTS = Instrument.of("TEST", new BigDecimal("0.01"), BigDecimal.ONE, BigDecimal.ONE);

	@Test
	void tradesAtThePrintWhereTheMarketIsBeyondItAlready() {
		assertThat(exit("100", "100", "100", "100", "110", "110").price()).isEqualByComparingTo("109.98");
	}

	@Test
	void tradesAtItsOwnPriceOnceItHasRested() {
		assertThat(exit("100", "100", "100", "100", "101", "110").price()).isEqualByComparingTo("104");
	}

	@Test
	void neverTradesAtThePrintThatBought() {
		assertThat(exit("100", "100", "100", "110", "103", "111").price()).isEqualByComparingTo("104");
	}

	/** Half a minute apart; the third print closes the first minute on 100, the fourth buys. */
	private static Trade.Exit exit(String... prices) {
		List<Tick> ticks = new ArrayList<>();
		for (String price : prices) {
			ticks.add(new Tick("TEST", ticks.size(), START.plusSeconds(30L * ticks.size()), new BigDecimal(price), BigDecimal.TEN));
		}
		Assumptions assumptions = Assumptions.plain(CENTS, new BigDecimal("10000")).with(new Slippage.BasisPoints(BigDecimal.ONE))
			.with(Stops.bracket(null, new BigDecimal("0.04")));
		Trade.Exit exit = Backtest.run(Strategies.start("every-bar", Map.of("stay", BigDecimal.TEN)), Timeframe.M1, ticks, assumptions, _ -> {
		}).trades().getFirst().exit();
		assertThat(exit).isNotNull();
		return exit;
	}
}
