package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed, at which price, and how fresh that is.
 *
 * @param price last traded when proposed, in quote currency
 * @param references prices the proposal's own evidence knows
 * @param atr average true range that came with the evidence, in quote currency
 * @param at market time of the proposal
 * @param priceAge in market time
 * @param waited from proposal to now, in wall-clock time
 * @param wanted how much at most, where the proposal says so; none for as much as the policy means
 */
public record Offer(BigDecimal confidence, BigDecimal price, List<BigDecimal> references, @Nullable BigDecimal atr, Instant at,
		Duration priceAge, Duration waited, @Nullable Wanted wanted) {

	public Offer {
		references = List.copyOf(references);
	}

	/** Of as much as the policy means. */
	public Offer(BigDecimal confidence, BigDecimal price, List<BigDecimal> references, @Nullable BigDecimal atr, Instant at, Duration priceAge,
			Duration waited) {
		this(confidence, price, references, atr, at, priceAge, waited, null);
	}

	/**
	 * @param notional in quote currency
	 * @param byValue whether the order is to go out for the money, not for the units it buys
	 */
	public record Wanted(BigDecimal notional, boolean byValue) {
	}
}
