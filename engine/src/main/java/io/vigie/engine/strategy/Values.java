package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values a decision was made by, in the order they were looked at. */
final class Values {

	private final Map<String, BigDecimal> byName = new LinkedHashMap<>();

	static Values of(String name, double value) {
		return new Values().and(name, value);
	}

	Values and(String name, double value) {
		byName.put(name, Figures.decimal(value));
		return this;
	}

	Map<String, BigDecimal> map() {
		return Collections.unmodifiableMap(byName);
	}
}
