package io.vigie.local.bench;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.pattern.Study;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.PairedStrategy;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything there is to think about one symbol: all strategies and a study on every timeframe. */
final class SymbolDesk {

	private final BarBuilder builder;
	private final Map<Timeframe, List<Strategy>> strategies = new EnumMap<>(Timeframe.class);
	private final Map<Timeframe, Study> studies = new EnumMap<>(Timeframe.class);
	private long decisions;
	private long findings;
	private long levels;

	SymbolDesk(String symbol) {
		builder = new BarBuilder(symbol, AnalysisBench.TIMEFRAMES);
		for (Timeframe timeframe : AnalysisBench.TIMEFRAMES) {
			strategies.put(timeframe, new ArrayList<>(Strategies.all().stream().map(it -> it.start(Map.of())).toList()));
			studies.put(timeframe, new Study());
		}
	}

	/** A minute bar has closed, and with it maybe coarser ones. */
	void close(Bar bar) {
		think(bar);
		builder.add(bar).forEach(this::think);
	}

	/** Paired strategies compare the symbol with itself a bar ago, which costs as much as with another. */
	private void think(Bar bar) {
		for (Strategy strategy : strategies.getOrDefault(bar.timeframe(), List.of())) {
			if (strategy.onBar(bar).action() != Action.HOLD) {
				decisions++;
			}
			if (strategy instanceof PairedStrategy paired) {
				paired.onReference(bar);
			}
		}
		Study study = studies.get(bar.timeframe());
		if (study != null) {
			findings += study.add(bar).size();
			levels += study.analysis().map(it -> it.levels().size()).orElse(0);
		}
	}

	static Told told(List<SymbolDesk> desks) {
		return new Told(desks.stream().mapToLong(it -> it.decisions).sum(), desks.stream().mapToLong(it -> it.findings).sum(),
				desks.stream().mapToLong(it -> it.levels).sum());
	}

	/** Read at the end, so that nothing of it is left out as unused. */
	record Told(long decisions, long findings, long levels) {
	}
}
