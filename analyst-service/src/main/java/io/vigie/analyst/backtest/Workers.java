package io.vigie.analyst.backtest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.backtest.sweep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Threads of their own for trials, of the lowest priority: they take what trading leaves of the processors. */
@Component
class Workers implements AutoCloseable {

	private final ExecutorService pool;
	private final int threads;
	private final Counter trials;

	Workers(BacktestSettings settings, MeterRegistry metrics) {
		trials = metrics.counter("analyst.backtest.trials");
		threads = settings.backtestThreads();
		pool = Executors.newFixedThreadPool(threads,
				Thread.ofPlatform().name("backtest-", 0).daemon().priority(Thread.MIN_PRIORITY).factory());
	}

	int threads() {
		return threads;
	}

	/** Those from one number to another, the latter excluded, in their order. */
	List<Outcome> run(Assignment assignment, int from, int to) {
		List<Future<Outcome>> running = IntStream.range(from, to)
			.mapToObj(i -> pool.submit((Callable<Outcome>) () -> assignment.study().outcome(i, assignment.choice().at(i))))
			.toList();
		List<Outcome> outcomes = new ArrayList<>(running.size());
		try {
			for (Future<Outcome> it : running) {
				outcomes.add(it.get());
			}
			trials.increment(outcomes.size());
			return outcomes;
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Interrupted(e);
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("A trial broke: " + e.getCause(), e);
		}
		finally {
			running.forEach(it -> it.cancel(false));
		}
	}

	@Override
	public void close() {
		pool.shutdownNow();
	}

	/** This instance is stopping; the trials will be run by another. */
	static final class Interrupted extends RuntimeException {

		private static final long serialVersionUID = 1;

		private Interrupted(InterruptedException cause) {
			super("The trials were interrupted", cause);
		}
	}
}
