package io.vigie.engine.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When a position is left without the strategy.
 *
 * @param loss distance of the stop as a fraction of the price, {@code 0.02} is 2 %; none where there is no stop
 * @param profit distance of the target, likewise
 */
public record Stops(@Nullable BigDecimal loss, @Nullable BigDecimal profit, Kind kind) {

	public enum Kind {
		/**
		 * Looked at when a bar closes, and left at the next open where the close is at or beyond the entry price less the loss, or
		 * plus the profit.
		 */
		CLOSE,
		/**
		 * Orders in the market, at distances from the price that the signal saw, live as soon as the entry has filled: as the
		 * platform trades. They fill within a bar: at their own price, at the open where that lies beyond it, and the stop before
		 * the target where a bar spans both.
		 */
		BRACKET,
		/**
		 * The same, but live from the bar after the entry's on, and a target fills where it is touched: what other engines do that
		 * place them once a bar is over. Leaves the entry's bar unprotected.
		 */
		RESTING
	}

	public static final Stops NONE = new Stops(null, null, Kind.BRACKET);

	public Stops {
		if (loss != null && (loss.signum() <= 0 || loss.compareTo(BigDecimal.ONE) >= 0)) {
			throw new IllegalArgumentException("A stop lies above 0 and below 1 away, not " + loss.toPlainString());
		}
		if (profit != null && profit.signum() <= 0) {
			throw new IllegalArgumentException("A target lies above 0 away, not " + profit.toPlainString());
		}
	}

	public static Stops checkedAtClose(@Nullable BigDecimal loss, @Nullable BigDecimal profit) {
		return new Stops(loss, profit, Kind.CLOSE);
	}

	public static Stops bracket(@Nullable BigDecimal loss, @Nullable BigDecimal profit) {
		return new Stops(loss, profit, Kind.BRACKET);
	}

	public static Stops resting(@Nullable BigDecimal loss, @Nullable BigDecimal profit) {
		return new Stops(loss, profit, Kind.RESTING);
	}

	public boolean isNone() {
		return loss == null && profit == null;
	}

	/** Where the stop of that price lies, exactly. */
	@Nullable BigDecimal stopOf(BigDecimal price) {
		return loss == null ? null : price.multiply(BigDecimal.ONE.subtract(loss));
	}

	@Nullable BigDecimal targetOf(BigDecimal price) {
		return profit == null ? null : price.multiply(BigDecimal.ONE.add(profit));
	}
}
