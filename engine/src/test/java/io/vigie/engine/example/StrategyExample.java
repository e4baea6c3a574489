package io.vigie.engine.example;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.PairedStrategy;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A strategy on bars where it acts, and on bars that look alike and where it must not.
 *
 * @param expected what it does on the busy bars, such as "BUY 21, CLOSE 30"
 * @param reference for one that compares; as long as the longer series, empty for the others
 */
record StrategyExample(String strategy, Map<String, BigDecimal> parameters, List<Bar> busy, String expected, List<Bar> quiet,
		List<Bar> reference) {

	List<Decision> decisions(List<Bar> bars) {
		Strategy strategy = Strategies.start(this.strategy, parameters);
		if (strategy instanceof PairedStrategy paired) {
			reference.forEach(paired::onReference);
		}
		return bars.stream().map(strategy::onBar).toList();
	}

	String events(List<Bar> bars) {
		List<String> events = new ArrayList<>();
		List<Decision> decisions = decisions(bars);
		for (int i = 0; i < decisions.size(); i++) {
			if (decisions.get(i).action() != Action.HOLD) {
				events.add(decisions.get(i).action() + " " + i);
			}
		}
		return String.join(", ", events);
	}

	@Override
	public String toString() {
		return strategy;
	}
}
