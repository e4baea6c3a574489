package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.money;
import static io.vigie.engine.risk.Words.percent;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How large a new position is meant to be. What a policy lacks, it says, and takes a fixed fraction instead. */
public sealed interface SizingPolicy {

	/**
	 * @param base what fractions are taken of, in quote currency
	 * @param stopLoss usual distance of the stop, as a fraction of the price
	 */
	Size meant(Offer offer, TradeRecord past, BigDecimal base, BigDecimal stopLoss);

	/** Always the same part of what the bot has. */
	record FixedFraction(BigDecimal fraction) implements SizingPolicy {

		public FixedFraction {
			above(fraction);
		}

		@Override
		public Size meant(Offer offer, TradeRecord past, BigDecimal base, BigDecimal stopLoss) {
			return because("Fixed fraction", offer, base, stopLoss);
		}

		private Size because(String why, Offer offer, BigDecimal base, BigDecimal stopLoss) {
			return new Size(fraction.multiply(base), stopLoss.multiply(offer.price()),
					why + ": " + percent(fraction) + " of " + money(base) + ".");
		}
	}

	/**
	 * So much that a stop some average true ranges away loses a fixed part of what the bot has: less where the market is wild.
	 * The stop goes there.
	 *
	 * @param risked part of the base that a stop-out loses, slippage and fees aside
	 * @param ranges distance of the stop in average true ranges
	 */
	record Volatility(BigDecimal risked, BigDecimal ranges, FixedFraction otherwise) implements SizingPolicy {

		public Volatility {
			above(risked);
			above(ranges);
		}

		@Override
		public Size meant(Offer offer, TradeRecord past, BigDecimal base, BigDecimal stopLoss) {
			BigDecimal atr = offer.atr();
			if (atr == null || atr.signum() <= 0) {
				return otherwise.because("No ATR came with the proposal, so fixed fraction", offer, base, stopLoss);
			}
			BigDecimal distance = ranges.multiply(atr);
			if (distance.compareTo(offer.price()) >= 0) {
				return otherwise.because("The ATR " + exact(atr) + " puts the stop below zero, so fixed fraction", offer, base, stopLoss);
			}
			BigDecimal notional = risked.multiply(base).multiply(offer.price()).divide(distance, 8, RoundingMode.DOWN);
			return new Size(notional, distance, "Volatility: a stop " + exact(ranges) + " ATR of " + exact(atr) + " away may lose "
					+ percent(risked) + " of " + money(base) + ".");
		}
	}

	/** A fraction, the smaller the less sure the proposal is of itself. */
	record ConfidenceScaled(BigDecimal fraction) implements SizingPolicy {

		public ConfidenceScaled {
			above(fraction);
		}

		@Override
		public Size meant(Offer offer, TradeRecord past, BigDecimal base, BigDecimal stopLoss) {
			BigDecimal sure = offer.confidence().max(BigDecimal.ZERO).min(BigDecimal.ONE);
			return new Size(fraction.multiply(sure).multiply(base), stopLoss.multiply(offer.price()), "Scaled by confidence: "
					+ exact(sure) + " of " + percent(fraction) + " of " + money(base) + ".");
		}
	}

	/**
	 * A part of what Kelly's criterion finds in the bot's own past, never more than a fixed fraction. While there are too few
	 * trades to tell, the fixed fraction; where they show no edge, nothing.
	 *
	 * @param share of the full Kelly fraction, one half by custom
	 * @param leastTrades how many trades it takes to tell
	 * @param most cap, and what is taken while there are too few trades
	 * @see TradeRecord#kelly() the source
	 */
	record CappedKelly(BigDecimal share, int leastTrades, FixedFraction most) implements SizingPolicy {

		public CappedKelly {
			above(share);
			if (leastTrades < 1) {
				throw new IllegalArgumentException("Kelly needs at least one trade to go by");
			}
		}

		@Override
		public Size meant(Offer offer, TradeRecord past, BigDecimal base, BigDecimal stopLoss) {
			if (past.trades() < leastTrades) {
				return most.because("Only " + past.trades() + " of " + leastTrades + " trades that Kelly needs, so fixed fraction", offer,
						base, stopLoss);
			}
			BigDecimal found = past.kelly();
			BigDecimal taken = share.multiply(found).max(BigDecimal.ZERO).min(most.fraction).setScale(8, RoundingMode.DOWN);
			return new Size(taken.multiply(base), stopLoss.multiply(offer.price()), "Kelly finds "
					+ percent(found.setScale(4, RoundingMode.FLOOR)) + " in " + past.trades() + " trades and takes "
					+ percent(taken.setScale(4, RoundingMode.DOWN)) + " of " + money(base) + ".");
		}
	}

	private static void above(BigDecimal value) {
		if (value.signum() <= 0) {
			throw new IllegalArgumentException("Sizes must be above zero, this one is " + value.toPlainString());
		}
	}
}
