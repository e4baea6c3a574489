package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A strategy that learns from bars of before, and trades on none of them.
 *
 * @param until bars that close before it are only looked at
 */
public record Muted(Strategy strategy, Instant until) implements Strategy {

	@Override
	public int warmUp() {
		return strategy.warmUp();
	}

	@Override
	public int memory() {
		return strategy.memory();
	}

	@Override
	public Decision onBar(Bar bar) {
		Decision decision = strategy.onBar(bar);
		return bar.closeAt().isBefore(until) ? new Decision(Action.HOLD, BigDecimal.ZERO, decision.indicators(), "Not yet") : decision;
	}
}
