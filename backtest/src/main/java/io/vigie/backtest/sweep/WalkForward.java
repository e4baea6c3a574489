package io.vigie.backtest.sweep;

import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.Muted;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Parameters chosen on the past, traded on what came next, again and again (R. Pardo, The Evaluation and Optimization of
 * Trading Strategies, 2nd edition, 2008; here the past grows and begins with the first bar). Each stretch begins with the capital.
 *
 * @param outOfSample what all stretches made, one after the other, as a fraction
 */
public record WalkForward(List<Stretch> stretches, double outOfSample) {

	/** @param chosen on all bars before the stretch, where that was more than one choice */
	public record Stretch(Instant from, Instant to, Map<String, BigDecimal> chosen, BigDecimal totalReturn, int trades) {
	}

	/** A stretch that is shorter than that says nothing. */
	private static final int LEAST_BARS = 20;

	/**
	 * @param count how many stretches are traded; the bars are cut into one more, the first is only chosen on
	 * @throws IllegalArgumentException where the bars are too few
	 */
	public static WalkForward run(Study study, Choice choice, int count, int threads, DoubleConsumer progress) {
		int bars = study.bars().size();
		if (count < 1 || bars / (count + 1) < LEAST_BARS) {
			throw new IllegalArgumentException("%d bars are too few for %d stretches and one before them of at least %d each".formatted(bars, count,
					LEAST_BARS));
		}
		List<Stretch> stretches = new ArrayList<>();
		double grown = 1;
		for (int i = 1; i <= count; i++) {
			int from = (int) ((long) bars * i / (count + 1));
			int to = (int) ((long) bars * (i + 1) / (count + 1));
			int done = i - 1;
			Map<String, BigDecimal> chosen = best(study.over(study.bars().subList(0, from)), choice, threads,
					part -> progress.accept((done + part) / count));
			Stretch stretch = trade(study, chosen, from, to);
			stretches.add(stretch);
			grown *= 1 + stretch.totalReturn().doubleValue();
			progress.accept((double) i / count);
		}
		return new WalkForward(stretches, grown - 1);
	}

	private static Map<String, BigDecimal> best(Study past, Choice choice, int threads, DoubleConsumer progress) {
		if (choice.size() == 1) {
			return choice.at(0);
		}
		Sweep sweep = Sweep.run(past, choice, threads, progress);
		if (sweep.ranked().isEmpty()) {
			throw new IllegalArgumentException("The strategy takes none of the combinations");
		}
		return sweep.ranked().getFirst().parameters();
	}

	/** The strategy sees the bars that it remembers from before the stretch, and may not trade on them. */
	private static Stretch trade(Study study, Map<String, BigDecimal> chosen, int from, int to) {
		Strategy strategy = study.strategy().start(chosen);
		int begin = Math.max(0, from - Math.max(strategy.memory(), strategy.warmUp()));
		List<Bar> bars = study.bars().subList(begin, to);
		BacktestResult result = Backtest.run(new Muted(strategy, study.bars().get(from).closeAt()), bars, study.assumptions());
		return new Stretch(study.bars().get(from).openAt(), study.bars().get(to - 1).closeAt(), chosen, result.figures().totalReturn(),
				result.figures().trades());
	}
}
