package io.vigie.backtest.sweep;

import org.jspecify.annotations.Nullable;

/**
 * What else is asked of a backtest.
 *
 * @param choice of parameters to try; none where those given are taken
 * @param stretches of a walk-forward, 0 for none
 * @param resamplings of the trades, 0 for none
 * @param seed of all that is drawn at random
 * @param check whether the strategy knows the future or forgets its past
 * @param sensitivity whether other costs are tried
 */
public record Questions(@Nullable Choice choice, int stretches, int resamplings, long seed, boolean check, boolean sensitivity) {

	public static final Questions NONE = new Questions(null, 0, 0, 1, false, false);
}
