package io.vigie.backtest.sweep;

import io.vigie.engine.honesty.Selection;
import io.vigie.engine.honesty.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Many trials, best first.
 *
 * @param ranked those that could be run, by their Sharpe ratio, then by their number
 * @param left how many there were that the strategy takes no parameters like
 * @param selection what choosing the first of them means
 */
public record Sweep(List<Outcome> ranked, int left, Selection selection) {

	/** On all cores of this machine, or as many threads as given. The result doesn't depend on how many. */
	public static Sweep run(Study study, Choice choice, int threads, DoubleConsumer progress) {
		try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
			List<Future<Outcome>> running = submit(pool, study, choice);
			List<Outcome> outcomes = new ArrayList<>();
			for (Future<Outcome> it : running) {
				outcomes.add(it.get());
				progress.accept(outcomes.size() / (double) choice.size());
			}
			return of(outcomes);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The sweep was interrupted", e);
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("A trial of the sweep broke: " + e.getCause(), e);
		}
	}

	private static List<Future<Outcome>> submit(ExecutorService pool, Study study, Choice choice) {
		return IntStream.range(0, choice.size()).mapToObj(i -> pool.submit((Callable<Outcome>) () -> study.outcome(i, choice.at(i)))).toList();
	}

	/** @param outcomes of all trials, in any order */
	public static Sweep of(List<Outcome> outcomes) {
		List<Outcome> ranked = outcomes.stream()
			.filter(it -> it.score() != null)
			.sorted(Comparator.comparingDouble(Sweep::sharpe).reversed().thenComparingInt(Outcome::number))
			.toList();
		List<Trial> trials = ranked.stream().map(Outcome::score).filter(Objects::nonNull).map(Outcome.Score::trial).toList();
		return new Sweep(ranked, outcomes.size() - ranked.size(), Selection.of(trials));
	}

	private static double sharpe(Outcome outcome) {
		Outcome.Score score = outcome.score();
		return score == null ? Double.NEGATIVE_INFINITY : score.sharpe();
	}
}
