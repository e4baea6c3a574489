package io.vigie.risk.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one link has been through. A connection that breaks before it is proven is one more failure in a row: a link that comes
 * and goes is no better than one that stays away.
 *
 * @param failures in a row, each time it was proven good in between begins anew
 * @param trippedAt since when it blocks all buys; none while it doesn't
 * @param goodSince since when it has been up without a break; none while it isn't
 */
record Breaker(String link, int failures, String reason, @Nullable Instant trippedAt, @Nullable Instant goodSince) {

	static Breaker unheard(String link) {
		return new Breaker(link, 0, "", null, null);
	}

	/** @param told failures in a row as the sentinel counts them, which may have missed none where we did */
	Breaker failed(int told, String why, Instant at, BreakerSettings settings) {
		Breaker before = isProven(at, settings.proof()) ? proven() : this;
		int now = Math.max(before.failures + 1, told);
		Instant tripped = before.trippedAt == null && now >= settings.failures() ? at : before.trippedAt;
		return new Breaker(link, now, why, tripped, null);
	}

	Breaker good(Instant at) {
		return goodSince == null ? new Breaker(link, failures, reason, trippedAt, at) : this;
	}

	/** Good for long enough: what was is forgiven. */
	Breaker proven() {
		return new Breaker(link, 0, reason, null, goodSince);
	}

	boolean isProven(Instant at, Duration proof) {
		return goodSince != null && !goodSince.plus(proof).isAfter(at);
	}

	/** Whether nothing may be bought because of it. */
	boolean blocks(Instant at, Duration proof) {
		return trippedAt != null && !isProven(at, proof);
	}
}
