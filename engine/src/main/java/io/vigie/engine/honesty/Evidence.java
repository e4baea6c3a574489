package io.vigie.engine.honesty;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a strategy that somebody would like to let trade.
 *
 * @param trades how many it closed
 * @param sharpe after allowing for everything that was tried beside it
 * @param overfitting where it was chosen among several
 * @param resampled where it closed a trade
 * @param outOfSample what it made of its capital in stretches that its parameters weren't chosen on, as a fraction; where that was done
 */
public record Evidence(int trades, DeflatedSharpe sharpe, @Nullable Overfitting overfitting, @Nullable MonteCarlo resampled,
		@Nullable Double outOfSample) {
}
