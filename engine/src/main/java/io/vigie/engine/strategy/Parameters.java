package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of one instance: every name known, every value in its range, defaults filled in. */
final class Parameters {

	private final Map<String, BigDecimal> values = new LinkedHashMap<>();

	Parameters(List<Parameter> known, Map<String, BigDecimal> given) {
		for (Parameter parameter : known) {
			BigDecimal value = given.get(parameter.name());
			values.put(parameter.name(), parameter.check(value == null ? parameter.byDefault() : value));
		}
		for (String name : given.keySet()) {
			if (!values.containsKey(name)) {
				throw new IllegalArgumentException("Unknown parameter '" + name + "', known are " + values.keySet());
			}
		}
	}

	int whole(String name) {
		return value(name).intValueExact();
	}

	/** To be compared with indicators, which are binary too. */
	double number(String name) {
		return value(name).doubleValue();
	}

	BigDecimal value(String name) {
		BigDecimal value = values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("No parameter '" + name + "' is declared");
		}
		return value;
	}
}
