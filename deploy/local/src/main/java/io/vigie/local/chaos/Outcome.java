package io.vigie.local.chaos;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one blow.
 *
 * @param from when it struck
 * @param whole when the platform was whole again; where it never was, when that was no longer waited for
 * @param market the venue's time when it struck
 * @param strikes how often the venue did what it was told to; 1 for a kill
 * @param detected from then on until something of it was noticed; none where it was absorbed
 * @param healed from the kill until all was well, all but what the venue's trouble concerns where there was some; or from the end of
 * the trouble until all was well; none where it did not heal
 * @param left what was not well when it was no longer waited for; empty where all was
 * @param last what was well last of all, in words; empty where nothing was unwell
 */
record Outcome(Blow blow, Instant from, Instant whole, Instant market, int strikes, @Nullable Duration detected, @Nullable Duration healed, String left,
		String last) {

	boolean isHealed() {
		return left.isEmpty();
	}

	/** Whether the time between two moments touches the one in which this was going on. */
	boolean overlaps(Instant start, Instant end) {
		return !end.isBefore(from) && !start.isAfter(whole);
	}
}
