package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A persona: momentum, quick to change its mind. Asks four quick indicators whether the market rises, buys as soon as enough
 * of them say so, leaves as soon as too few still do.
 */
final class Technician implements Strategy {

	static final StrategyType TYPE = new StrategyType("technician",
			"Persona: buys when most of RSI, MACD, average and stochastic turn up, leaves when most turn down; quick",
			List.of(new Parameter("entry", BigDecimal.valueOf(3), BigDecimal.ONE, BigDecimal.valueOf(4), true,
					"of four indicators that must point up to buy"),
					new Parameter("exit", BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(3), true,
							"of four indicators still up at which it leaves")),
			Technician::new);

	private static final double MIDDLE = 50;

	private final int entry;
	private final int exit;
	private final Indicator rsi = Indicators.rsi(7);
	private final Indicator macd = Indicators.macd(6, 13);
	private final Indicator signal = Indicators.macdSignal(6, 13, 5);
	private final Indicator average = Indicators.ema(10);
	private final Indicator stochastic = Indicators.stochastic(14);
	private final Progress progress = new Progress();
	private final Onset enough = new Onset();
	private final Onset tooFew = new Onset();

	private Technician(Parameters parameters) {
		entry = parameters.whole("entry");
		exit = parameters.whole("exit");
		if (exit >= entry) {
			throw new IllegalArgumentException("'exit' must be smaller than 'entry', not " + exit + " and " + entry);
		}
	}

	@Override
	public int warmUp() {
		return signal.warmUp() + 1;
	}

	@Override
	public int memory() {
		return List.of(rsi, signal, average, stochastic).stream().mapToInt(Indicator::memory).max().orElseThrow() + 1;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		double close = bar.close().doubleValue();
		double strength = rsi.next(bar);
		double line = macd.next(bar);
		double mean = signal.next(bar);
		double middle = average.next(bar);
		double place = stochastic.next(bar);
		List<String> up = new ArrayList<>();
		note(up, "RSI", Figures.order(strength, MIDDLE));
		note(up, "MACD", Figures.order(line, mean, close));
		note(up, "average", Figures.order(close, middle));
		note(up, "stochastic", Figures.order(place, MIDDLE));
		boolean enters = enough.of(up.size() >= entry);
		boolean leaves = tooFew.of(up.size() <= exit);
		if (seen < warmUp()) {
			return Decision.warmingUp(seen, warmUp());
		}
		Map<String, BigDecimal> values = Values.of("rsi", strength).and("macd", line).and("macd_signal", mean).and("ema", middle)
			.and("stochastic", place).map();
		String words = up.size() + " of 4 point up" + (up.isEmpty() ? "" : ": " + String.join(", ", up));
		return enters ? new Decision(Action.BUY, Figures.confidence(up.size() - entry, 4 - entry), values, words)
				: leaves ? new Decision(Action.CLOSE, Figures.confidence(exit - up.size(), exit), values, words)
				: Decision.hold(values, words);
	}

	private static void note(List<String> up, String name, int order) {
		if (order > 0) {
			up.add(name);
		}
	}
}
