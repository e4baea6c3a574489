package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A persona: contrarian, waits for fear. Buys a bar that ranges far more than usual, fell out of the lower band on the way and
 * closed well off its low; sells into euphoria, the first close above the upper band. Rarely does anything.
 */
final class Sniper implements Strategy {

	static final StrategyType TYPE = new StrategyType("sniper",
			"Persona: buys panic that is being bought back, sells euphoria; contrarian, rare",
			List.of(Parameter.period("period", 20, 2, "bars in bands and usual range"),
					Parameter.number("deviations", "2", "0.5", "5", "width of the bands in standard deviations"),
					Parameter.number("panic", "1.5", "1", "20", "range of the bar, in usual ranges, that is panic"),
					Parameter.percent("rebound", 50, "of the bar's range that the close is off the low")),
			Sniper::new);

	private final double panic;
	private final double rebound;
	private final Indicator lower;
	private final Indicator upper;
	private final Indicator usual;
	private final Progress progress = new Progress();
	private final Onset euphoria = new Onset();

	private Sniper(Parameters parameters) {
		int period = parameters.whole("period");
		double deviations = parameters.number("deviations");
		panic = parameters.number("panic");
		rebound = parameters.number("rebound");
		lower = Indicators.before(Indicators.bollingerLower(period, deviations), 1);
		upper = Indicators.bollingerUpper(period, deviations);
		usual = Indicators.before(Indicators.averageOf(Indicators.range(), period), 1);
	}

	@Override
	public int warmUp() {
		return usual.warmUp() + 1;
	}

	@Override
	public int memory() {
		return warmUp();
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double floor = lower.next(bar);
		double ceiling = upper.next(bar);
		double typical = usual.next(bar);
		double close = bar.close().doubleValue();
		double low = bar.low().doubleValue();
		double range = bar.high().doubleValue() - low;
		boolean leaves = euphoria.of(Figures.order(close, ceiling) > 0);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		double off = range == 0 ? 0 : 100 * (close - low) / range;
		Map<String, BigDecimal> values = Values.of("close", close).and("range", range).and("usual_range", typical)
			.and("band_lower", floor).and("band_upper", ceiling).and("off_low_percent", off).map();
		String reach = "range " + Figures.words(range) + " against usual " + Figures.words(typical);
		if (low < floor && Figures.order(range, panic * typical) > 0 && Figures.order(off, rebound) >= 0) {
			return new Decision(Action.BUY, Figures.confidence(range - panic * typical, panic * typical), values, "Panic bought back: "
					+ reach + ", low " + Figures.words(low) + " below the band " + Figures.words(floor) + ", close " + Figures.words(off)
					+ " % off the low");
		}
		if (leaves) {
			return new Decision(Action.CLOSE, Figures.confidence(close - ceiling, typical), values,
					"Euphoria: close " + Figures.words(close) + " above the band " + Figures.words(ceiling));
		}
		return Decision.hold(values, "No panic: " + reach + ", low " + Figures.words(low) + ", band " + Figures.words(floor));
	}
}
