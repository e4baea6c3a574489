package io.vigie.engine.strategy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** When something is to happen, as a user writes it; pure and immutable. */
public sealed interface Rule {

	/** The state of the rule along the bars, nothing seen yet. */
	RuleState start(Parameters parameters);

	/** Every parameter that it names. */
	List<String> names();

	/**
	 * Whether it makes sense with these parameters at their defaults.
	 *
	 * @throws IllegalArgumentException naming what is neither indicator nor parameter, or what an indicator does not take
	 */
	default void check(List<Parameter> parameters) {
		Set<String> declared = new TreeSet<>(parameters.stream().map(Parameter::name).toList());
		for (String name : names()) {
			if (!declared.contains(name)) {
				throw new IllegalArgumentException("'" + name + "' is neither an indicator nor one of the parameters " + declared);
			}
		}
		start(new Parameters(parameters, Map.of()));
	}

	/** @param rules at least one, all of which must hold */
	record All(List<Rule> rules) implements Rule {

		public All {
			rules = Rule.some(rules);
		}

		@Override
		public RuleState start(Parameters parameters) {
			return RuleState.all(rules.stream().map(it -> it.start(parameters)).toList());
		}

		@Override
		public List<String> names() {
			return Rule.names(rules);
		}
	}

	/** @param rules at least one, of which one must hold */
	record Any(List<Rule> rules) implements Rule {

		public Any {
			rules = Rule.some(rules);
		}

		@Override
		public RuleState start(Parameters parameters) {
			return RuleState.any(rules.stream().map(it -> it.start(parameters)).toList());
		}

		@Override
		public List<String> names() {
			return Rule.names(rules);
		}
	}

	/** @param rule that must not hold */
	record Not(Rule rule) implements Rule {

		@Override
		public RuleState start(Parameters parameters) {
			return RuleState.not(rule.start(parameters));
		}

		@Override
		public List<String> names() {
			return rule.names();
		}
	}

	/**
	 * One comparison, such as {@code rsi(14) crosses below 30} or {@code close > sma(50) + 2 * atr(14)}. Numbers, parameters,
	 * indicators, {@code + - * /}, brackets, and {@code [n]} for n bars ago.
	 *
	 * @throws IllegalArgumentException with the column where it can't be read
	 */
	static Rule condition(String text) {
		return new ConditionParser(text).condition();
	}

	private static List<Rule> some(List<Rule> rules) {
		if (rules.isEmpty()) {
			throw new IllegalArgumentException("'all' and 'any' need at least one condition");
		}
		return List.copyOf(rules);
	}

	private static List<String> names(List<Rule> rules) {
		return rules.stream().flatMap(it -> it.names().stream()).toList();
	}

	/** Two numbers compared. */
	record Condition(String left, Expression first, Comparison comparison, String right, Expression second) implements Rule {

		@Override
		public RuleState start(Parameters parameters) {
			return new ConditionState(this, parameters);
		}

		@Override
		public List<String> names() {
			return List.of(first, second).stream().flatMap(it -> it.names().stream()).toList();
		}
	}
}
