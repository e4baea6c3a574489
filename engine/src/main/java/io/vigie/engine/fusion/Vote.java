package io.vigie.engine.fusion;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;

/**
 * What one source says of a symbol at a bar. {@code HOLD} abstains: it is no vote for anything.
 *
 * @param confidence from 0 to 1, taken as the source's probability that the price will go its way
 */
public record Vote(String source, Action action, BigDecimal confidence) {

	public Vote {
		if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
			throw new IllegalArgumentException("Confidence of " + source + " must lie between 0 and 1, not be " + confidence);
		}
	}

	public boolean abstains() {
		return action == Action.HOLD;
	}
}
