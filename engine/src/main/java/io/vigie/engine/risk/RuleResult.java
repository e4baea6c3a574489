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
}
