package io.vigie.engine.fusion;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tunes a fused strategy.
 *
 * @param patience bars that a vote stands, the one it was cast on included, unless its source says otherwise sooner
 * @param quorum fewer votes than this decide nothing
 * @param horizon bars after which a forecast is held against the price
 * @param window bars whose forecasts count for the weights
 * @param shrinkage see {@link Weights#of(Map, int)}
 */
public record FusionSettings(int patience, int quorum, int horizon, int window, int shrinkage) {

	public static final FusionSettings USUAL = new FusionSettings(10, 2, 5, 500, 30);

	/**
	 * Those given by name, the usual ones for the rest.
	 *
	 * @throws IllegalArgumentException with a sentence naming the parameter that is unknown or out of range
	 */
	public static FusionSettings of(Map<String, BigDecimal> given) {
		Map<String, BigDecimal> rest = new TreeMap<>(given);
		var settings = new FusionSettings(whole(rest, "patience", USUAL.patience), whole(rest, "quorum", USUAL.quorum),
				whole(rest, "horizon", USUAL.horizon), whole(rest, "window", USUAL.window),
				whole(rest, "shrinkage", USUAL.shrinkage));
		if (!rest.isEmpty()) {
			throw new IllegalArgumentException("Unknown parameter '" + rest.keySet().iterator().next()
					+ "', known are [patience, quorum, horizon, window, shrinkage]");
		}
		return settings;
	}

	private static int whole(Map<String, BigDecimal> given, String name, int usual) {
		BigDecimal value = given.remove(name);
		if (value == null) {
			return usual;
		}
		if (value.stripTrailingZeros().scale() > 0 || value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(1000)) > 0) {
			throw new IllegalArgumentException("Parameter '" + name + "' must be a whole number between 1 and 1000, not "
					+ value.toPlainString());
		}
		return value.intValueExact();
	}

	/** Bars that leave a trace in a decision, besides what the sources remember. */
	int memory() {
		return Math.max(patience, window + horizon) + 1;
	}
}
