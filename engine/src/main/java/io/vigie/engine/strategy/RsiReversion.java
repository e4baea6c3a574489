package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys when the relative strength index (Wilder's) falls below the oversold mark, leaves when it rises above the overbought
 * mark; staying beyond a mark is no new event. A market that did not move for a whole period is neither oversold nor
 * overbought: its index is 50.
 */
final class RsiReversion implements Strategy {

	static final StrategyType TYPE = new StrategyType("rsi-reversion",
			"Buys when the RSI falls below the oversold mark, leaves when it rises above the overbought mark",
			List.of(Parameter.period("period", 14, 2, "bars in Wilder's average"),
					Parameter.percent("oversold", 30, "mark below which it buys"),
					Parameter.percent("overbought", 70, "mark above which it leaves")),
			RsiReversion::new);

	private final int period;
	private final double oversold;
	private final double overbought;
	private final Indicator rsi;
	private final Progress progress = new Progress();
	private final Onset low = new Onset();
	private final Onset high = new Onset();

	private RsiReversion(Parameters parameters) {
		period = parameters.whole("period");
		oversold = parameters.number("oversold");
		overbought = parameters.number("overbought");
		if (oversold >= overbought) {
			throw new IllegalArgumentException("'oversold' must be smaller than 'overbought', not "
					+ parameters.value("oversold").toPlainString() + " and " + parameters.value("overbought").toPlainString());
		}
		rsi = Indicators.rsi(period);
	}

	@Override
	public int warmUp() {
		return rsi.warmUp() + 1;
	}

	@Override
	public int memory() {
		return rsi.memory() + 1;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double now = rsi.next(bar);
		boolean isLow = Figures.order(now, oversold) < 0;
		boolean isHigh = Figures.order(now, overbought) > 0;
		boolean fell = low.of(isLow);
		boolean rose = high.of(isHigh);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		Map<String, BigDecimal> values = Values.of("rsi", now).map();
		if (fell) {
			return new Decision(Action.BUY, Figures.confidence(oversold - now, oversold), values, sentence(now, "fell below", oversold));
		}
		if (rose) {
			return new Decision(Action.CLOSE, Figures.confidence(now - overbought, 100 - overbought), values,
					sentence(now, "rose above", overbought));
		}
		return Decision.hold(values, isLow ? sentence(now, "is still below", oversold)
				: isHigh ? sentence(now, "is still above", overbought)
				: sentence(now, "is between " + mark(oversold) + " and", overbought));
	}

	private String sentence(double now, String verb, double mark) {
		return "RSI(" + period + ") " + Figures.words(now) + " " + verb + " " + mark(mark);
	}

	private static String mark(double mark) {
		return Figures.decimal(mark).toPlainString();
	}
}
