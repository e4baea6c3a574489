package io.vigie.backtest.sweep;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.honesty.Returns;
import io.vigie.engine.honesty.Trial;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.strategy.StrategyType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stays the same in all trials. Fills are at the next open: bars alone are kept. Usable by many threads at once. */
public record Study(StrategyType strategy, List<Bar> bars, Assumptions assumptions) {

	/** @throws IllegalArgumentException with a sentence, for parameters that the strategy doesn't take */
	public BacktestResult run(Map<String, BigDecimal> parameters) {
		return Backtest.run(strategy.start(parameters), bars, assumptions);
	}

	public Outcome outcome(int number, Map<String, BigDecimal> parameters) {
		return started(parameters)
			.map(it -> new Outcome(number, parameters, score(Backtest.run(it, bars, assumptions))))
			.orElseGet(() -> new Outcome(number, parameters, null));
	}

	private Optional<Strategy> started(Map<String, BigDecimal> parameters) {
		try {
			return Optional.of(strategy.start(parameters));
		}
		catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static Outcome.Score score(BacktestResult result) {
		return new Outcome.Score(Trial.of(Returns.ofBars(result)), result.figures().totalReturn(), result.figures().maxDrawdown(),
				result.figures().trades());
	}

	Study over(List<Bar> others) {
		return new Study(strategy, others, assumptions);
	}

	Study with(Assumptions others) {
		return new Study(strategy, bars, others);
	}
}
