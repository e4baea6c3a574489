package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How much one bot may dare. Fractions are of one: {@code 0.20} is twenty per cent.
 *
 * @param sizing how large a new position is meant to be
 * @param maxPosition of the bot's base that a position may take at most
 * @param stopLoss distance of the stop below the entry price
 * @param takeProfit distance of the target above the entry price
 * @param minConfidence least confidence of a proposal, from 0 to 1
 * @param stalePrice most age of the price a proposal rests on, in market time
 * @param lateProposal most time a proposal may wait for its verdict, in wall-clock time
 * @param priceCollar how far the price may be from what the proposal's evidence knows; zero switches it off
 * @param orderRate most entries within any minute of market time; zero switches it off
 */
public record Limits(SizingPolicy sizing, BigDecimal maxPosition, BigDecimal stopLoss, BigDecimal takeProfit,
		BigDecimal minConfidence, Duration stalePrice, Duration lateProposal, BigDecimal priceCollar, int orderRate,
		ExposureLimits exposure) {

	public Limits {
		for (BigDecimal fraction : List.of(maxPosition, stopLoss, takeProfit)) {
			if (fraction.signum() <= 0) {
				throw new IllegalArgumentException("Fractions must be above zero, this one is " + fraction.toPlainString());
			}
		}
		if (stopLoss.compareTo(BigDecimal.ONE) >= 0) {
			throw new IllegalArgumentException("A stop-loss of " + stopLoss.toPlainString() + " would lie at or below zero");
		}
	}
}
