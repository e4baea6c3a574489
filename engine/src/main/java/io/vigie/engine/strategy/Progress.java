package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many bars were seen, each later than the one before. */
final class Progress {

	private @Nullable Instant last;
	private int seen;

	/** @throws IllegalArgumentException for a bar that is not later than the last one */
	int next(Bar bar) {
		if (last != null && !bar.openAt().isAfter(last)) {
			throw new IllegalArgumentException("Bar of " + bar.symbol() + " at " + bar.openAt() + " is not after " + last);
		}
		last = bar.openAt();
		seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
		return seen;
	}

	int seen() {
		return seen;
	}
}
