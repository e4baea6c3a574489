package io.vigie.benchmark;

import io.vigie.engine.market.Bar;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BacktestExecutor;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.NumFactory;
import org.ta4j.core.reports.TradingStatement;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;

/** ta4j, set up for the same trades: next open, a stop of 2 % and a target of 4 % of the entry looked at when a bar closes. */
final class Other {

	private final BarSeries series;
	private final NumFactory numbers;

	Other(List<Bar> bars, NumFactory numbers) {
		this.numbers = numbers;
		series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
		for (Bar it : bars) {
			series.addBar(new BaseBar(it.timeframe().duration(), it.openAt(), it.closeAt(), numbers.numOf(it.open()), numbers.numOf(it.high()),
					numbers.numOf(it.low()), numbers.numOf(it.close()), numbers.numOf(it.volume()), numbers.zero(), it.trades()));
		}
	}

	/** From nothing computed to all trades. */
	List<Deal> run(int fast, int slow) {
		TradingRecord record = new BarSeriesManager(series, new TradeOnNextOpenModel()).run(strategy(fast, slow));
		List<Deal> deals = new ArrayList<>();
		record.getPositions().forEach(it -> deals.add(new Deal(it.getEntry().getIndex(), it.getExit().getIndex())));
		if (record.getCurrentPosition().isOpened()) {
			deals.add(new Deal(record.getCurrentPosition().getEntry().getIndex(), -1));
		}
		return deals;
	}

	/** @return closed trades of each pair, in order */
	List<Integer> sweep(List<Pair> pairs) {
		List<Strategy> strategies = pairs.stream().map(it -> strategy(it.fast(), it.slow())).toList();
		List<TradingStatement> statements = new BacktestExecutor(series, new ZeroCostModel(), new ZeroCostModel(), new TradeOnNextOpenModel())
			.execute(strategies, numbers.one(), Trade.TradeType.BUY);
		return statements.stream().map(it -> it.getPositionStatsReport().getProfitCount().plus(it.getPositionStatsReport().getLossCount())
			.plus(it.getPositionStatsReport().getBreakEvenCount()).intValue()).toList();
	}

	private Strategy strategy(int fast, int slow) {
		ClosePriceIndicator close = new ClosePriceIndicator(series);
		SMAIndicator quick = new SMAIndicator(close, fast);
		SMAIndicator calm = new SMAIndicator(close, slow);
		return new BaseStrategy(new CrossedUpIndicatorRule(quick, calm),
				new CrossedDownIndicatorRule(quick, calm).or(new StopLossRule(close, 2)).or(new StopGainRule(close, 4)), slow);
	}
}
