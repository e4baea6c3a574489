package io.vigie.engine.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The strategies that a bot can be given, by name. */
public final class Strategies {

	private static final List<StrategyType> ALL = List.of(SmaCross.TYPE, RsiReversion.TYPE, DonchianBreakout.TYPE,
			BollingerReversion.TYPE, MacdMomentum.TYPE, MultiTimeframeTrend.TYPE, VolatilityBreakout.TYPE, RelativeStrength.TYPE,
			PairReversion.TYPE, Sniper.TYPE, Technician.TYPE, Holder.TYPE, EveryBar.TYPE);

	private Strategies() {
	}

	public static List<StrategyType> all() {
		return ALL;
	}

	/** @throws IllegalArgumentException with the known names where there is none of this name */
	public static StrategyType named(String name) {
		return ALL.stream()
			.filter(it -> it.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"Unknown strategy '" + name + "', known are " + ALL.stream().map(StrategyType::name).toList()));
	}

	/** A new instance, see {@link StrategyType#start(Map)}. */
	public static Strategy start(String name, Map<String, BigDecimal> parameters) {
		return named(name).start(parameters);
	}
}
