package io.vigie.backtest.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Bars of a longer timeframe; the last may be unfinished where the data ends. */
public final class Resampled {

	private Resampled() {
	}

	/** @throws BadData where the bars are longer than that already */
	public static List<Bar> bars(MarketData data, Timeframe timeframe) {
		return switch (data) {
			case MarketData.Bars bars -> of(bars, timeframe);
			case MarketData.Prints prints -> of(prints, timeframe);
		};
	}

	private static List<Bar> of(MarketData.Bars data, Timeframe timeframe) {
		if (data.timeframe() == timeframe) {
			return data.bars();
		}
		if (data.timeframe().compareTo(timeframe) > 0) {
			throw new BadData(data.source(), "its bars are of " + data.timeframe() + " and can't be cut into " + timeframe);
		}
		BarBuilder builder = new BarBuilder(data.symbol(), List.of(data.timeframe(), timeframe));
		List<Bar> longer = new ArrayList<>();
		for (Bar bar : data.bars()) {
			longer.addAll(builder.add(bar));
		}
		builder.unfinished(timeframe).ifPresent(longer::add);
		return List.copyOf(longer);
	}

	private static List<Bar> of(MarketData.Prints data, Timeframe timeframe) {
		BarBuilder builder = new BarBuilder(data.symbol(), List.of(timeframe));
		List<Bar> bars = new ArrayList<>();
		for (Tick tick : data.ticks()) {
			bars.addAll(builder.add(tick));
		}
		builder.unfinished(timeframe).ifPresent(bars::add);
		return List.copyOf(bars);
	}
}
