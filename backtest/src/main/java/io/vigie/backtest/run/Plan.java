package io.vigie.backtest.run;

import io.vigie.backtest.data.BadData;
import io.vigie.backtest.data.MarketData;
import io.vigie.backtest.data.Resampled;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.StrategyType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * What is to be tested, on which past.
 *
 * @param parameters of the strategy; those left out have their default
 * @param timeframe of the bars that it decides on
 */
public record Plan(StrategyType strategy, Map<String, BigDecimal> parameters, MarketData data, Timeframe timeframe, Fills fills,
		Assumptions assumptions) {

	/** What an order that is decided on at a close trades at. */
	public enum Fills {
		/** The open of a later bar. */
		NEXT_OPEN,
		/** A print after the one that closed the bar, as live; there must be prints. */
		NEXT_PRINT
	}

	public Plan {
		if (fills == Fills.NEXT_PRINT && data instanceof MarketData.Bars) {
			throw new IllegalArgumentException(data.source() + " holds bars, and bars have no prints to fill at");
		}
		if (data.isEmpty()) {
			throw new IllegalArgumentException(data.source() + " holds nothing within that span");
		}
	}

	public Plan with(Map<String, BigDecimal> others) {
		return new Plan(strategy, others, data, timeframe, fills, assumptions);
	}

	/**
	 * @param progress told now and then which part is done, up to one; called on this thread
	 * @throws BadData where the data can't be made into bars of that timeframe
	 * @throws IllegalArgumentException with a sentence that names the parameter that is unknown or out of range
	 */
	public CompletedRun run(DoubleConsumer progress) {
		List<Bar> bars = Resampled.bars(data, timeframe);
		BacktestResult result = switch (data) {
			case MarketData.Prints prints when fills == Fills.NEXT_PRINT -> Backtest.run(strategy.start(parameters), timeframe, prints.ticks(),
					assumptions, done -> progress.accept(done / (double) prints.ticks().size()));
			default -> Backtest.run(strategy.start(parameters), bars, assumptions, done -> progress.accept(done / (double) bars.size()));
		};
		progress.accept(1);
		return new CompletedRun(this, bars, result);
	}
}
