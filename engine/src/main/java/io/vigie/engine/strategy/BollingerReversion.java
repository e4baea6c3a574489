package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys when a close lies below the lower Bollinger band while the RSI says oversold, leaves when the price is back at its
 * average. Both must say so: in a quiet market the band alone is left by very little.
 */
final class BollingerReversion implements Strategy {

	static final StrategyType TYPE = new StrategyType("bollinger-reversion",
			"Buys below the lower Bollinger band while the RSI is oversold, leaves back at the average",
			List.of(Parameter.period("period", 20, 2, "bars in the bands"),
					Parameter.number("deviations", "2", "0.5", "5", "width of the bands in standard deviations"),
					Parameter.period("rsi", 14, 2, "bars in Wilder's average"),
					Parameter.percent("oversold", 35, "RSI below which it buys")),
			BollingerReversion::new);

	private final double oversold;
	private final Indicator lower;
	private final Indicator middle;
	private final Indicator rsi;
	private final Progress progress = new Progress();
	private final Onset stretched = new Onset();
	private final Onset recovered = new Onset();

	private BollingerReversion(Parameters parameters) {
		int period = parameters.whole("period");
		oversold = parameters.number("oversold");
		lower = Indicators.bollingerLower(period, parameters.number("deviations"));
		middle = Indicators.sma(period);
		rsi = Indicators.rsi(parameters.whole("rsi"));
	}

	@Override
	public int warmUp() {
		return Math.max(lower.warmUp(), rsi.warmUp()) + 1;
	}

	@Override
	public int memory() {
		return Math.max(lower.memory(), rsi.memory()) + 1;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double close = bar.close().doubleValue();
		double band = lower.next(bar);
		double mean = middle.next(bar);
		double strength = rsi.next(bar);
		boolean enters = stretched.of(Figures.order(close, band) < 0 && Figures.order(strength, oversold) < 0);
		boolean leaves = recovered.of(Figures.order(close, mean) >= 0);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		Map<String, BigDecimal> values = Values.of("close", close).and("bollinger_lower", band).and("bollinger_middle", mean)
			.and("rsi", strength).map();
		String price = "Close " + Figures.words(close);
		if (enters) {
			return new Decision(Action.BUY, Figures.confidence(band - close, mean - band), values, price + " is below the lower band "
					+ Figures.words(band) + " and RSI " + Figures.words(strength) + " below " + Figures.words(oversold));
		}
		if (leaves) {
			return new Decision(Action.CLOSE, Figures.confidence(close - mean, mean - band), values,
					price + " is back at its average " + Figures.words(mean));
		}
		return Decision.hold(values, price + " has lower band " + Figures.words(band) + ", average " + Figures.words(mean)
				+ ", RSI " + Figures.words(strength));
	}
}
