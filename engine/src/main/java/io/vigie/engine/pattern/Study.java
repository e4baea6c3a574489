package io.vigie.engine.pattern;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Studies the closed bars of one symbol in one timeframe: indicators, patterns, levels and regime. Bounded; the same wherever
 * it began once it has seen {@link #memory()} bars, but for the number of bars. Not thread-safe.
 */
public final class Study {

	private static final int FINDINGS = 20;
	private static final int SCALE = 8;

	private final Past past = new Past();
	private final PatternScanner scanner = new PatternScanner(past);
	private final RegimeGauge gauge = new RegimeGauge();
	private final Map<String, Indicator> indicators = new LinkedHashMap<>();
	private final Map<String, Double> values = new LinkedHashMap<>();
	private final Deque<Finding> findings = new ArrayDeque<>();
	private Regime regime = Regime.UNKNOWN;
	private @Nullable Bar last;
	private long bars;

	public Study() {
		indicators.put("sma_20", Indicators.sma(20));
		indicators.put("ema_20", Indicators.ema(20));
		indicators.put("rsi_14", Indicators.rsi(14));
		indicators.put("macd", Indicators.macd(12, 26));
		indicators.put("macd_signal", Indicators.macdSignal(12, 26, 9));
		indicators.put("bollinger_lower", Indicators.bollingerLower(20, 2));
		indicators.put("bollinger_upper", Indicators.bollingerUpper(20, 2));
		indicators.put("atr_14", Indicators.atr(14));
		indicators.put("change_20", Indicators.rateOfChange(20));
	}

	/** Bars to show a new one so that it says what one says that saw everything. */
	public static int memory() {
		return Math.max(PatternScanner.memory(), Indicators.macdSignal(12, 26, 9).memory());
	}

	/**
	 * Takes the next closed bar and returns the patterns that it completed.
	 *
	 * @throws IllegalArgumentException for a bar that is not later than the last one
	 */
	public List<Finding> add(Bar bar) {
		if (last != null && !bar.openAt().isAfter(last.openAt())) {
			throw new IllegalArgumentException("Bar of " + bar.symbol() + " at " + bar.openAt() + " is not after " + last.openAt());
		}
		last = bar;
		bars++;
		indicators.forEach((name, indicator) -> values.put(name, indicator.next(bar)));
		regime = gauge.next(bar);
		List<Finding> found = scanner.add(bar);
		found.forEach(findings::addFirst);
		Instant oldest = past.ago(past.size() - 1).bar().openAt();
		while (!findings.isEmpty() && (findings.size() > FINDINGS || !findings.getLast().at().isAfter(oldest))) {
			findings.removeLast();
		}
		return found;
	}

	/** As of the last bar; nothing before the first. */
	public Optional<Analysis> analysis() {
		return Optional.ofNullable(last).map(it -> new Analysis(it.symbol(), it.timeframe(), it.closeAt(), bars, it.close(), regime,
				values(), past.isReady() ? Levels.in(past) : List.of(), List.copyOf(findings)));
	}

	private Map<String, BigDecimal> values() {
		Map<String, BigDecimal> told = new LinkedHashMap<>();
		values.forEach((name, value) -> {
			if (!Double.isNaN(value)) {
				told.put(name, Words.decimal(value, SCALE).stripTrailingZeros());
			}
		});
		return Collections.unmodifiableMap(told);
	}
}
