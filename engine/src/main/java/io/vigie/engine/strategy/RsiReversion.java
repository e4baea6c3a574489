package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.GainIndicator;
import org.ta4j.core.indicators.helpers.LossIndicator;
import org.ta4j.core.num.Num;

/**
 * Buys when the relative strength index (Wilder's) falls below the oversold mark, leaves when it rises above the overbought
 * mark; staying beyond a mark is no new event. The index remembers everything, ever more faintly: it is rounded to eight
 * digits before it is looked at, and {@link #memory()} bars bring a new instance to those digits. A market that did not move
 * for a whole period is neither oversold nor overbought: its index is 50.
 */
final class RsiReversion implements Strategy {

	static final StrategyType TYPE = new StrategyType("rsi-reversion",
			"Buys when the RSI falls below the oversold mark, leaves when it rises above the overbought mark",
			List.of(Parameter.period("period", 14, 2, "bars in Wilder's average"),
					Parameter.percent("oversold", 30, "mark below which it buys"),
					Parameter.percent("overbought", 70, "mark above which it leaves")),
			RsiReversion::new);

	private static final BigDecimal NEUTRAL = BigDecimal.valueOf(50);
	/** After this many periods what came before weighs less than 1e-15. */
	private static final int PERIODS_REMEMBERED = 36;

	private final int period;
	private final BigDecimal oversold;
	private final BigDecimal overbought;
	private final Series series;
	private final ClosePriceIndicator close;
	private final WilderAverage gains;
	private final WilderAverage losses;
	private @Nullable BigDecimal previous;

	private RsiReversion(Parameters parameters) {
		period = parameters.whole("period");
		oversold = parameters.value("oversold");
		overbought = parameters.value("overbought");
		if (oversold.compareTo(overbought) >= 0) {
			throw new IllegalArgumentException("'oversold' must be smaller than 'overbought', not " + oversold.toPlainString()
					+ " and " + overbought.toPlainString());
		}
		series = new Series(memory());
		close = new ClosePriceIndicator(series.bars());
		gains = new WilderAverage(new GainIndicator(close), period);
		losses = new WilderAverage(new LossIndicator(close), period);
	}

	@Override
	public int warmUp() {
		return period + 2;
	}

	@Override
	public int memory() {
		return PERIODS_REMEMBERED * period;
	}

	@Override
	public Decision onBar(Bar bar) {
		int index = series.add(bar);
		BigDecimal rsi = rsi(index);
		BigDecimal before = previous;
		previous = rsi;
		if (rsi == null || before == null) {
			return Decision.warmingUp(series.size(), warmUp());
		}
		Map<String, BigDecimal> indicators = Map.of("rsi", rsi);
		if (rsi.compareTo(oversold) < 0 && before.compareTo(oversold) >= 0) {
			return new Decision(Action.BUY, Series.confidence(oversold.subtract(rsi), oversold), indicators,
					sentence(rsi, "fell below", oversold));
		}
		if (rsi.compareTo(overbought) > 0 && before.compareTo(overbought) <= 0) {
			return new Decision(Action.CLOSE,
					Series.confidence(rsi.subtract(overbought), BigDecimal.valueOf(100).subtract(overbought)), indicators,
					sentence(rsi, "rose above", overbought));
		}
		return Decision.hold(indicators, rsi.compareTo(oversold) < 0 ? sentence(rsi, "is still below", oversold)
				: rsi.compareTo(overbought) > 0 ? sentence(rsi, "is still above", overbought)
				: sentence(rsi, "is between " + oversold.toPlainString() + " and", overbought));
	}

	private @Nullable BigDecimal rsi(int index) {
		Num gain = gains.next(index);
		Num loss = losses.next(index);
		if (gain == null || loss == null) {
			return null;
		}
		if (unmoved(index)) {
			return NEUTRAL;
		}
		return Series.value(series.bars().numFactory().hundred().multipliedBy(gain).dividedBy(gain.plus(loss)));
	}

	private boolean unmoved(int index) {
		for (int i = index - period + 1; i <= index; i++) {
			if (!close.getValue(i).isEqual(close.getValue(i - 1))) {
				return false;
			}
		}
		return true;
	}

	private String sentence(BigDecimal rsi, String verb, BigDecimal mark) {
		return "RSI(" + period + ") " + Series.words(rsi) + " " + verb + " " + mark.toPlainString();
	}
}
