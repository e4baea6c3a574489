package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A strategy one can choose: its name, what it does in words, and the parameters it takes. */
public final class StrategyType {

	private final String name;
	private final String meaning;
	private final List<Parameter> parameters;
	private final Function<Parameters, ? extends Strategy> start;
	private final boolean paired;

	StrategyType(String name, String meaning, List<Parameter> parameters, Function<Parameters, ? extends Strategy> start) {
		this(name, meaning, parameters, start, false);
	}

	private StrategyType(String name, String meaning, List<Parameter> parameters,
			Function<Parameters, ? extends Strategy> start, boolean paired) {
		this.name = name;
		this.meaning = meaning;
		this.parameters = List.copyOf(parameters);
		this.start = start;
		this.paired = paired;
	}

	static StrategyType paired(String name, String meaning, List<Parameter> parameters,
			Function<Parameters, ? extends PairedStrategy> start) {
		return new StrategyType(name, meaning, parameters, start, true);
	}

	public String name() {
		return name;
	}

	public String meaning() {
		return meaning;
	}

	public List<Parameter> parameters() {
		return parameters;
	}

	/** Whether it needs bars of a second symbol: what it starts is then a {@link PairedStrategy}. */
	public boolean paired() {
		return paired;
	}

	/**
	 * The same beside a reference that is known already, bars in order, so that it needs no other symbol any more.
	 *
	 * @throws IllegalStateException where it compares with none
	 */
	public StrategyType beside(List<Bar> reference) {
		if (!paired) {
			throw new IllegalStateException("Strategy '" + name + "' compares with no other symbol");
		}
		return new StrategyType(name, meaning, parameters, it -> ((PairedStrategy) start.apply(it)).beside(reference));
	}

	/**
	 * A new instance that has seen nothing yet. Parameters left out have their default.
	 *
	 * @throws IllegalArgumentException with a sentence naming the parameter that is unknown or out of range
	 */
	public Strategy start(Map<String, BigDecimal> given) {
		try {
			return start.apply(new Parameters(parameters, given));
		}
		catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("Strategy '" + name + "': " + e.getMessage(), e);
		}
	}
}
