package io.vigie.executor.order;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.vigie.executor.schedule.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Runs many schedules, a few at a time, each of these in a schema of its own. */
final class Schedules {

	private static final int AT_ONCE = 3;
	/** Then the tables are emptied: what is long over need not be searched through. */
	private static final int KEPT = 25;

	private Schedules() {
	}

	/**
	 * @param seed of the first; the others follow
	 * @param patient goes on after one has gone wrong
	 */
	static Tally run(long seed, int count, Defect defect, boolean patient) throws InterruptedException {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Logger ours = (Logger) LoggerFactory.getLogger("io.vigie");
		Level before = root.getLevel();
		Level oursBefore = ours.getLevel();
		root.setLevel(Level.ERROR);
		ours.setLevel(Level.OFF);
		var tally = new Tally();
		var next = new AtomicLong(seed);
		try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, count))) {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < Math.min(AT_ONCE, count); i++) {
				String schema = "schedules_" + i;
				running.add(threads.submit(() -> run(schema, next, seed + count, defect, patient, tally)));
			}
			for (Future<?> it : running) {
				it.get();
			}
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("Schedules could not be run", e.getCause());
		}
		finally {
			root.setLevel(before);
			ours.setLevel(oursBefore);
		}
		return tally;
	}

	private static void run(String schema, AtomicLong next, long end, Defect defect, boolean patient, Tally tally) {
		try (Ground ground = new Ground(schema)) {
			int done = 0;
			for (long seed = next.getAndIncrement(); seed < end && (patient || !tally.hasFailed()); seed = next.getAndIncrement()) {
				if (++done % KEPT == 0) {
					ground.clear();
				}
				Schedule schedule = new Schedule(seed, ground, defect);
				try {
					schedule.run();
				}
				catch (AssertionError e) {
					tally.fail(seed, e);
					ground.clear();
				}
				tally.add(schedule.world);
			}
		}
	}
}
