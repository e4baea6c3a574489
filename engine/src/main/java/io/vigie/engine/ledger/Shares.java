package io.vigie.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Divides what happened to the whole account among the bots that share it: nothing is lost, nothing appears. */
public final class Shares {

	private Shares() {
	}

	/**
	 * In proportion to the weights, which may be negative: who is short pays the dividend. The one with the greatest weight
	 * gets what rounding leaves over.
	 *
	 * @param scale decimals of a share, where the total needs no more
	 * @return shares that sum to the total, none of them zero
	 * @throws IllegalArgumentException where the weights sum to zero
	 */
	public static Map<String, BigDecimal> of(BigDecimal total, Map<String, BigDecimal> weights, int scale) {
		BigDecimal whole = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		if (whole.signum() == 0) {
			throw new IllegalArgumentException("Nobody has a share in " + total.toPlainString());
		}
		Map<String, BigDecimal> sorted = new TreeMap<>(weights);
		String greatest = sorted.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
		Map<String, BigDecimal> shares = new LinkedHashMap<>();
		BigDecimal rest = total;
		for (Map.Entry<String, BigDecimal> it : sorted.entrySet()) {
			if (!it.getKey().equals(greatest)) {
				BigDecimal share = total.multiply(it.getValue()).divide(whole, Math.max(scale, total.scale()), RoundingMode.DOWN);
				shares.put(it.getKey(), share);
				rest = rest.subtract(share);
			}
		}
		shares.put(greatest, rest);
		shares.values().removeIf(it -> it.signum() == 0);
		return shares;
	}
}
