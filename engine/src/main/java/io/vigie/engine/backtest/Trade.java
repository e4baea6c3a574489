package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bought, and sold again unless the data ended before.
 *
 * @param entryBar index of the bar in which it was bought
 * @param entryAt beginning of that bar, or the time of the print where prints were played
 * @param entryPrice slippage included, fee not
 * @param quantity in base units
 * @param entryFee in quote currency
 * @param exit none while it is open
 */
public record Trade(int entryBar, Instant entryAt, BigDecimal entryPrice, BigDecimal quantity, BigDecimal entryFee,
		@Nullable Exit exit) {

	/** What made it sell. */
	public enum Cause {
		SIGNAL, STOP, TARGET
	}

	/** @param fee of the sale, in quote currency */
	public record Exit(int bar, Instant at, BigDecimal price, BigDecimal fee, Cause cause) {
	}

	public boolean isOpen() {
		return exit == null;
	}

	/** Per unit, before fees; none while it is open. */
	public @Nullable BigDecimal profitPerUnit() {
		return exit == null ? null : exit.price().subtract(entryPrice);
	}

	/** In all, after fees; none while it is open. */
	public @Nullable BigDecimal profit() {
		return exit == null ? null : exit.price().subtract(entryPrice).multiply(quantity).subtract(fees());
	}

	/** Paid so far. */
	public BigDecimal fees() {
		return exit == null ? entryFee : entryFee.add(exit.fee());
	}

	/** What was paid for it, fee not included. */
	public BigDecimal cost() {
		return entryPrice.multiply(quantity);
	}

	Trade closed(Exit how) {
		return new Trade(entryBar, entryAt, entryPrice, quantity, entryFee, how);
	}
}
