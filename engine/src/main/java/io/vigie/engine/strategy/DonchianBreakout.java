package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;

/**
 * Buys when a bar closes above the highest high of the bars before it, leaves when one closes below their lowest low. The
 * channel ends with the bar before: a bar is never compared with itself. Every further close outside is a breakout again.
 */
final class DonchianBreakout implements Strategy {

	static final StrategyType TYPE = new StrategyType("donchian-breakout",
			"Buys when a bar closes above the highest high before it, leaves when one closes below the lowest low before it",
			List.of(Parameter.period("entry", 20, 1, "bars whose highest high must be passed"),
					Parameter.period("exit", 10, 1, "bars whose lowest low must be passed")),
			DonchianBreakout::new);

	private final int entryLength;
	private final int exitLength;
	private final Series series;
	private final HighestValueIndicator upper;
	private final LowestValueIndicator lower;

	private DonchianBreakout(Parameters parameters) {
		entryLength = parameters.whole("entry");
		exitLength = parameters.whole("exit");
		series = new Series(memory());
		upper = new HighestValueIndicator(new HighPriceIndicator(series.bars()), entryLength);
		lower = new LowestValueIndicator(new LowPriceIndicator(series.bars()), exitLength);
	}

	@Override
	public int warmUp() {
		return Math.max(entryLength, exitLength) + 1;
	}

	@Override
	public int memory() {
		return 2 * warmUp();
	}

	@Override
	public Decision onBar(Bar bar) {
		int index = series.add(bar);
		if (series.size() < warmUp()) {
			return Decision.warmingUp(series.size(), warmUp());
		}
		BigDecimal high = Series.value(upper.getValue(index - 1));
		BigDecimal low = Series.value(lower.getValue(index - 1));
		BigDecimal close = bar.close();
		Map<String, BigDecimal> indicators = new LinkedHashMap<>();
		indicators.put("donchian_high", high);
		indicators.put("donchian_low", low);
		indicators.put("close", close);
		BigDecimal width = high.subtract(low).abs();
		if (close.compareTo(high) > 0) {
			return new Decision(Action.BUY, Series.confidence(close.subtract(high), width), indicators,
					"Close " + Series.words(close) + " broke above the " + entryLength + "-bar high " + Series.words(high));
		}
		if (close.compareTo(low) < 0) {
			return new Decision(Action.CLOSE, Series.confidence(low.subtract(close), width), indicators,
					"Close " + Series.words(close) + " broke below the " + exitLength + "-bar low " + Series.words(low));
		}
		return Decision.hold(indicators, "Close " + Series.words(close) + " is between the " + exitLength + "-bar low "
				+ Series.words(low) + " and the " + entryLength + "-bar high " + Series.words(high));
	}
}
