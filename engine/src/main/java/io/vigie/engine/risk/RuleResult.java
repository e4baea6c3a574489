package io.vigie.engine.risk;

import java.math.BigDecimal;

/**
 * What one rule said about one proposal.
 *
 * @param rule the rule's stable name, e.g. {@code solvency}
 * @param limit the most (or least) the rule allows, in the rule's unit
 * @param seen the value found, in the same unit
 * @param headroom what is left up to the limit; negative where the rule refuses
 * @param reason one sentence a trader understands
 */
public record RuleResult(String rule, boolean passed, BigDecimal limit, BigDecimal seen, BigDecimal headroom,
		String reason) {

	/** Passes up to and including the limit. */
	public static RuleResult atMost(String rule, BigDecimal limit, BigDecimal seen, String reason) {
		return of(rule, limit, seen, limit.subtract(seen), reason);
	}

	/** Passes from the limit on. */
	public static RuleResult atLeast(String rule, BigDecimal limit, BigDecimal seen, String reason) {
		return of(rule, limit, seen, seen.subtract(limit), reason);
	}

	private static RuleResult of(String rule, BigDecimal limit, BigDecimal seen, BigDecimal headroom, String reason) {
		return new RuleResult(rule, headroom.signum() >= 0, limit, seen, headroom, reason);
	}
}
