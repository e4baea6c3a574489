package io.vigie.risk.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A desk keeps nothing in memory, so threads on database connections of their own are instances. */
final class Instances {

	private Instances() {
	}

	/** Begins all at the same moment, and ends when all have. */
	static void together(Runnable... deciding) throws InterruptedException, ExecutionException {
		CyclicBarrier start = new CyclicBarrier(deciding.length);
		try (ExecutorService instances = Executors.newFixedThreadPool(deciding.length)) {
			List<Future<?>> running = new ArrayList<>();
			for (Runnable one : deciding) {
				running.add(instances.submit((Callable<Void>) () -> {
					start.await();
					one.run();
					return null;
				}));
			}
			for (Future<?> one : running) {
				one.get();
			}
		}
	}
}
