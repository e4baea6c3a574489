package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A strategy written as rules.
 *
 * @param meaning one sentence
 * @param entry when to buy; said once, where it begins to hold
 * @param exit when to leave; said once, where it begins to hold
 */
public record RuleBook(String name, String meaning, List<Parameter> parameters, Rule entry, Rule exit) {

	/**
	 * @throws IllegalArgumentException naming a parameter that the rules use and nobody declares, one that nobody uses, or a
	 * default that makes no sense
	 */
	public RuleBook {
		parameters = List.copyOf(parameters);
		entry.check(parameters);
		exit.check(parameters);
		Set<String> used = new HashSet<>(entry.names());
		used.addAll(exit.names());
		for (Parameter it : parameters) {
			if (!used.contains(it.name())) {
				throw new IllegalArgumentException("Parameter '" + it.name() + "' is declared, but no rule uses it");
			}
		}
	}

	/** A parameter of rules, any number; what is no good for an indicator is refused when the strategy starts. */
	public static Parameter parameter(String name, BigDecimal byDefault, String meaning) {
		BigDecimal most = BigDecimal.valueOf(1_000_000_000);
		return new Parameter(name, byDefault, most.negate(), most, false, meaning);
	}

	/** The strategy that follows them. */
	public StrategyType type() {
		return new StrategyType(name, meaning, parameters, it -> new RuleStrategy(this, it));
	}
}
