package io.vigie.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Takes times of one thing again and again, and tells the median. */
final class Stopwatch {

	private final List<Long> nanos = new ArrayList<>();

	<T> T time(Supplier<T> work) {
		long begun = System.nanoTime();
		T made = work.get();
		nanos.add(System.nanoTime() - begun);
		return made;
	}

	double seconds() {
		List<Long> sorted = new ArrayList<>(nanos);
		Collections.sort(sorted);
		int size = sorted.size();
		return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2e9;
	}
}
