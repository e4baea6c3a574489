package io.vigie.analyst.cycle;

import io.vigie.analyst.series.Reading;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What all strategies make of the market just now, as facts to schedule by.
 *
 * @param held whether the reading's bot holds its symbol
 */
record Stocktaking(List<Reading> readings, Function<Reading, BigDecimal> held, Map<String, Long> signals) {

	/** Mean confidence of those that want something, over all that are ready: 0 when all hold, 1 when all are sure. */
	BigDecimal opportunity() {
		List<Decision> decisions = readings.stream()
			.filter(it -> it.stage() == Reading.Stage.READY && it.decision() != null)
			.map(Reading::decision)
			.toList();
		BigDecimal sum = decisions.stream()
			.filter(it -> it.action() != Action.HOLD)
			.map(Decision::confidence)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return decisions.isEmpty() ? BigDecimal.ZERO
				: sum.divide(BigDecimal.valueOf(decisions.size()), 4, RoundingMode.HALF_EVEN);
	}

	/** Every value is short and the number of keys bounded by bots and symbols. */
	Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("symbols", readings.stream().map(Reading::symbol).distinct().sorted().collect(Collectors.joining(",")));
		facts.put("ready", Long.toString(readings.stream().filter(it -> it.stage() == Reading.Stage.READY).count()));
		facts.put("watched", Integer.toString(readings.size()));
		facts.put("signals", Long.toString(signals.values().stream().mapToLong(Long::longValue).sum()));
		facts.put("opportunity", opportunity().toPlainString());
		readings.forEach(it -> facts.put("stance." + it.bot().name() + "." + it.symbol(), stance(it)));
		return facts;
	}

	String stance(Reading reading) {
		return held.apply(reading).signum() > 0 ? "long" : "flat";
	}

	String sentence(Reading reading) {
		Decision decision = reading.decision();
		return reading.bot().name() + " is " + stance(reading) + " in " + reading.symbol() + ": "
				+ (decision == null ? "no bar seen yet" : decision.action() + ", " + decision.reasoning());
	}

	String summary() {
		long wanting = readings.stream().map(Reading::decision).filter(it -> it != null && it.action() != Action.HOLD).count();
		return readings.size() + " series watched, " + wanting + " want to act, opportunity " + opportunity().toPlainString();
	}
}
