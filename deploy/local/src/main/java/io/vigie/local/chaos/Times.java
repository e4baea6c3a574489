package io.vigie.local.chaos;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Durations in order, to be asked for the middle, the worst and others. */
final class Times {

	private final List<Duration> sorted;

	Times(Collection<Duration> values) {
		sorted = values.stream().sorted().toList();
	}

	int size() {
		return sorted.size();
	}

	boolean isEmpty() {
		return sorted.isEmpty();
	}

	/** The smallest that so many percent do not exceed; zero where there is none. */
	Duration percentile(double percent) {
		if (sorted.isEmpty()) {
			return Duration.ZERO;
		}
		int rank = (int) Math.ceil(percent / 100 * sorted.size());
		return sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1));
	}

	Duration total() {
		return sorted.stream().reduce(Duration.ZERO, Duration::plus);
	}

	/** Median and worst, in seconds. */
	String medianAndWorst() {
		return sorted.isEmpty() ? "–" : seconds(percentile(50)) + " / " + seconds(sorted.getLast());
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}
}
