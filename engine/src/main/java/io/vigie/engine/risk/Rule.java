package io.vigie.engine.risk;

import java.util.function.Function;

/**
 * One named rule: a value that looks at a subject and answers with numbers and words. The name is stable: verdicts,
 * metrics and dashboards know the rule by it.
 */
record Rule<T>(String name, Function<T, RuleResult> check) {

	RuleResult on(T subject) {
		return check.apply(subject);
	}
}
