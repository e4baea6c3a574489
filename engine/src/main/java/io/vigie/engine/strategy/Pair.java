package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Two series side by side, as both were when a bar opened: the close of the bar before it, and that of the last reference bar
 * closed by then. Comparing a bar with a reference that is a bar behind would see a gap in every common move.
 */
final class Pair {

	/** Own bars for which the reference may be silent; an older price is none. */
	private static final int PATIENCE = 5;
	/** Bounds what waits where nobody trades the own symbol; what waited longest is forgotten, and the reference silent then. */
	private static final int MOST_WAITING = 2000;

	private final Deque<Bar> waiting = new ArrayDeque<>();
	private @Nullable Bar reference;
	private @Nullable Bar own;
	private @Nullable Instant latest;

	void onReference(Bar bar) {
		if (latest != null && !bar.openAt().isAfter(latest)) {
			return;
		}
		latest = bar.openAt();
		waiting.add(bar);
		if (waiting.size() > MOST_WAITING) {
			waiting.remove();
		}
	}

	/** Both closes as they were when the bar opened; nothing where one of them has none. */
	@Nullable Closes onBar(Bar bar) {
		Bar before = own;
		own = bar;
		while (!waiting.isEmpty() && !waiting.getFirst().closeAt().isAfter(bar.openAt())) {
			reference = waiting.remove();
		}
		Bar other = reference;
		if (before == null || other == null) {
			return null;
		}
		Duration silence = Duration.between(other.closeAt(), bar.openAt());
		return silence.compareTo(bar.timeframe().duration().multipliedBy(PATIENCE)) > 0 ? null
				: new Closes(before.close().doubleValue(), other.close().doubleValue(), other.symbol());
	}

	record Closes(double own, double reference, String symbol) {
	}
}
