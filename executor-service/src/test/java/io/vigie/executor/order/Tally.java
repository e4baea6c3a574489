package io.vigie.executor.order;

import io.vigie.executor.schedule.Fault;
import io.vigie.executor.schedule.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of many schedules. Thread-safe. */
final class Tally {

	private final Map<Fault, Integer> faults = new TreeMap<>();
	private final Map<String, Integer> crashes = new TreeMap<>();
	private final List<Failure> failures = new ArrayList<>();
	private long begun;
	private long orders;
	private long fills;

	record Failure(long seed, String story) {
	}

	synchronized void add(World world) {
		begun++;
		orders += world.venue.kept().stream().filter(it -> !it.leg()).count();
		fills += world.venue.traded().size();
		world.faults.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
		world.crash.crashes().forEach((point, times) -> crashes.merge(point, times, Integer::sum));
	}

	synchronized void fail(long seed, Throwable e) {
		failures.add(new Failure(seed, String.valueOf(e.getMessage())));
	}

	synchronized boolean hasFailed() {
		return !failures.isEmpty();
	}

	synchronized List<Failure> failures() {
		return List.copyOf(failures);
	}

	/** In the form it has in the documents. */
	synchronized String table(String title, long millis) {
		var text = new StringBuilder("## %s%n%n%,d schedules in %d s: %,d orders at the venue, %,d fills, %,d crashes, %,d faults; %d schedules went wrong.%n".formatted(title,
				begun, millis / 1000, orders, fills, sum(crashes), sum(faults), failures.size()));
		failures.stream().limit(5).forEach(it -> text.append("%n```%n%s%n```%n".formatted(it.story())));
		text.append("%n| what went wrong around the process | times |%n|--|--|%n".formatted());
		faults.forEach((fault, times) -> text.append("| %s | %,d |%n".formatted(fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), times)));
		text.append("%n| where the process died | times |%n|--|--|%n".formatted());
		crashes.forEach((point, times) -> text.append("| %s | %,d |%n".formatted(point, times)));
		return text.toString();
	}

	private static long sum(Map<?, Integer> times) {
		return times.values().stream().mapToLong(Integer::longValue).sum();
	}
}
