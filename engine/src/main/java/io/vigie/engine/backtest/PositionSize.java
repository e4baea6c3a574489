package io.vigie.engine.backtest;

import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.Protections;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much is bought at an entry. */
public sealed interface PositionSize {

	/** Always the same quantity, in base units; an entry that cash can't pay for is refused whole. */
	record Fixed(BigDecimal quantity) implements PositionSize {

		public Fixed {
			if (quantity.signum() <= 0) {
				throw new IllegalArgumentException("A quantity must be above zero, this is " + quantity.toPlainString());
			}
		}
	}

	/**
	 * A part of what the account is worth, at the price the signal saw. Cut to what cash pays for, fee included, where the
	 * market has moved away.
	 */
	record OfEquity(BigDecimal fraction) implements PositionSize {

		public OfEquity {
			if (fraction.signum() <= 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
				throw new IllegalArgumentException("A part of the equity lies above 0 and up to 1, not at " + fraction.toPlainString());
			}
		}
	}

	/**
	 * What the risk gate lets through, as live: its sizing, its rules, its stop and target.
	 *
	 * @param costs that the gate allows for
	 * @param protections the locks that follow from the bot's own past, its sales and its worth; none where it has no memory
	 */
	record ByGate(Limits limits, Costs costs, @Nullable Protections protections) implements PositionSize {
	}
}
