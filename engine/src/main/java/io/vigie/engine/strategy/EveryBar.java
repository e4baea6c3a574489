package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys on one bar and leaves on the next, for ever. No strategy to earn by, but one to measure the platform by: whether a bar
 * buys follows from its place in time alone, so it needs no past.
 */
final class EveryBar implements Strategy {

	static final StrategyType TYPE = new StrategyType("every-bar",
			"Buys on one bar and leaves on the next; for tests and measurements", List.of(), _ -> new EveryBar());

	private static final BigDecimal CONFIDENCE = new BigDecimal("0.5");

	private final Series order = new Series(1);

	@Override
	public int warmUp() {
		return 1;
	}

	@Override
	public int memory() {
		return 0;
	}

	@Override
	public Decision onBar(Bar bar) {
		order.add(bar);
		boolean even = bar.openAt().getEpochSecond() / bar.timeframe().duration().toSeconds() % 2 == 0;
		return new Decision(even ? Action.BUY : Action.CLOSE, CONFIDENCE, Map.of("close", bar.close()),
				even ? "Even bar: buys" : "Odd bar: leaves");
	}
}
