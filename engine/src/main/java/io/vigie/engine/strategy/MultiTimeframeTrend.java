package io.vigie.engine.strategy;

import io.vigie.engine.indicator.Indicator;
import io.vigie.engine.indicator.Indicators;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at its own timeframe and the next coarser ones, made of its own bars, none longer than {@value #LONGEST} of them. A
 * timeframe points up where its last closed bar closed above its average. Buys when all begin to point up, leaves when fewer
 * than half still do.
 */
final class MultiTimeframeTrend implements Strategy {

	static final StrategyType TYPE = new StrategyType("multi-timeframe-trend",
			"Buys when its own and the next coarser timeframes all point up, leaves when fewer than half still do",
			List.of(Parameter.period("length", 10, 2, "bars of each timeframe in its average"),
					new Parameter("timeframes", BigDecimal.valueOf(3), BigDecimal.ONE, BigDecimal.valueOf(3), true,
							"timeframes looked at, the own one included")),
			MultiTimeframeTrend::new);

	/** Own bars in the coarsest timeframe: more would need weeks of history before the first decision. */
	static final int LONGEST = 24;

	/** Own bars in the coarsest of one, two and three timeframes of minute bars. */
	private static final int[] MINUTES = {1, 5, 15};

	private final int length;
	private final int timeframes;
	private final Progress progress = new Progress();
	private final Onset allUp = new Onset();
	private final Onset mostDown = new Onset();
	private List<View> views = List.of();
	private @Nullable BarBuilder builder;

	private MultiTimeframeTrend(Parameters parameters) {
		length = parameters.whole("length");
		timeframes = parameters.whole("timeframes");
	}

	/** For minute bars; it takes longer where the coarser timeframes are longer, and says so then. */
	@Override
	public int warmUp() {
		return MINUTES[timeframes - 1] * length + 2;
	}

	/** The first coarse bar may be cut off, so that there must be one more. */
	@Override
	public int memory() {
		return LONGEST * (length + 2) + 2;
	}

	@Override
	public Decision onBar(Bar bar) {
		int seen = progress.next(bar);
		if (builder == null) {
			views = views(bar.timeframe());
			builder = new BarBuilder(bar.symbol(), views.stream().map(it -> it.timeframe).toList());
		}
		for (Bar coarser : builder.add(bar)) {
			view(coarser.timeframe()).take(coarser);
		}
		views.getFirst().take(bar);
		for (View view : views) {
			if (Double.isNaN(view.mean)) {
				return Decision.hold(Map.of(), "Warming up: " + view.seen + " of " + length + " bars of " + view.timeframe);
			}
		}
		long up = views.stream().filter(View::isUp).count();
		boolean enters = allUp.of(up == views.size());
		boolean leaves = mostDown.of(2 * up < views.size());
		return seen < warmUp() ? Decision.warmingUp(seen, warmUp()) : decide(enters, leaves, up);
	}

	private Decision decide(boolean enters, boolean leaves, long up) {
		Values values = new Values();
		views.forEach(it -> values.and("close_" + it.timeframe, it.close).and("sma_" + it.timeframe, it.mean));
		String words = views.stream().map(View::words).collect(Collectors.joining(", "));
		if (enters || leaves) {
			View own = views.getFirst();
			return new Decision(enters ? Action.BUY : Action.CLOSE, Figures.confidence(100 * (own.close - own.mean), own.mean),
					values.map(), (enters ? "All timeframes point up: " : "Only " + up + " of " + views.size() + " point up: ") + words);
		}
		return Decision.hold(values.map(), up + " of " + views.size() + " timeframes point up: " + words);
	}

	private List<View> views(Timeframe own) {
		return Stream.of(Timeframe.values())
			.filter(it -> it.compareTo(own) >= 0 && it.duration().toSeconds() <= LONGEST * own.duration().toSeconds())
			.limit(timeframes)
			.map(it -> new View(it, Indicators.sma(length)))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private View view(Timeframe timeframe) {
		return views.stream().filter(it -> it.timeframe == timeframe).findFirst().orElseThrow();
	}

	/** One timeframe as of its last closed bar. */
	private static final class View {

		private final Timeframe timeframe;
		private final Indicator average;
		private double close;
		private double mean = Double.NaN;
		private int seen;

		private View(Timeframe timeframe, Indicator average) {
			this.timeframe = timeframe;
			this.average = average;
		}

		private void take(Bar bar) {
			close = bar.close().doubleValue();
			mean = average.next(bar);
			seen++;
		}

		private boolean isUp() {
			return Figures.order(close, mean) > 0;
		}

		private String words() {
			return timeframe + " " + Figures.words(close) + (isUp() ? " above " : " not above ") + Figures.words(mean);
		}
	}
}
