package io.vigie.backtest.run;

import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Parameter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan and what came of it.
 *
 * @param bars that were decided on, one for each point of the equity
 */
public record CompletedRun(Plan plan, List<Bar> bars, BacktestResult result) {

	/** Of the strategy, in its own order, those that were left out with their default. */
	public Map<String, BigDecimal> parameters() {
		Map<String, BigDecimal> all = new LinkedHashMap<>();
		for (Parameter it : plan.strategy().parameters()) {
			all.put(it.name(), plan.parameters().getOrDefault(it.name(), it.byDefault()));
		}
		return all;
	}

	/** {@code sma-cross(fast 10, slow 20)} */
	public String strategy() {
		String values = parameters().entrySet().stream()
			.map(it -> it.getKey() + " " + it.getValue().toPlainString())
			.collect(Collectors.joining(", "));
		return values.isEmpty() ? plan.strategy().name() : plan.strategy().name() + "(" + values + ")";
	}
}
