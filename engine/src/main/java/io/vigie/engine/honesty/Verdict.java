package io.vigie.engine.honesty;

import io.vigie.engine.backtest.BacktestResult;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of one backtest, on which evidence.
 *
 * @param moments of its returns from bar to bar
 */
public record Verdict(Moments moments, Evidence evidence, Promotion promotion) {

	/** Enough for quantiles of 5 %, and little work. */
	private static final int RUNS = 1000;
	private static final long SEED = 1;

	/**
	 * By {@link PromotionRule#STANDARD}.
	 *
	 * @param among what it was chosen from
	 * @param outOfSample return in stretches that its parameters weren't chosen on, where that was done
	 */
	public static Verdict of(BacktestResult result, Selection among, @Nullable Double outOfSample) {
		double[] trades = Returns.ofTrades(result);
		Moments moments = Moments.of(Returns.ofBars(result));
		Evidence evidence = new Evidence(trades.length, DeflatedSharpe.of(moments, among.tried(), among.spread()), among.overfitting(),
				trades.length == 0 ? null : MonteCarlo.of(trades, RUNS, SEED), outOfSample);
		return new Verdict(moments, evidence, PromotionRule.STANDARD.judge(evidence));
	}
}
