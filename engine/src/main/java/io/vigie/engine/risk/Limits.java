package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How much one bot may dare. Fractions are of one: {@code 0.20} is twenty per cent.
 *
 * @param entryFraction of the bot's base that a new position is meant to take
 * @param maxPosition of the bot's base that a position may take at most
 * @param stopLoss distance of the stop below the entry price
 * @param takeProfit distance of the target above the entry price
 * @param minConfidence least confidence of a proposal, from 0 to 1
 * @param stalePrice most age of the price a proposal rests on, in market time
 * @param lateProposal most time a proposal may wait for its verdict, in wall-clock time
 */
public record Limits(BigDecimal entryFraction, BigDecimal maxPosition, BigDecimal stopLoss, BigDecimal takeProfit,
		BigDecimal minConfidence, Duration stalePrice, Duration lateProposal) {

	public Limits {
		for (BigDecimal fraction : List.of(entryFraction, maxPosition, stopLoss, takeProfit)) {
			if (fraction.signum() <= 0) {
				throw new IllegalArgumentException("Fractions must be above zero, this one is " + fraction.toPlainString());
			}
		}
		if (stopLoss.compareTo(BigDecimal.ONE) >= 0) {
			throw new IllegalArgumentException("A stop-loss of " + stopLoss.toPlainString() + " would lie at or below zero");
		}
	}
}
