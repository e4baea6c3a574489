package io.vigie.sentinel.feed;

import io.vigie.engine.market.Quote;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lets one quote per symbol and while through, and none that can't be true. Used by one thread. */
final class QuoteGate {

	/** What becomes of a quote. */
	enum Answer {
		PASS, TOO_SOON, CROSSED
	}

	private final long everyNanos;
	private final Map<String, Long> passed = new HashMap<>();

	QuoteGate(Duration every) {
		this.everyNanos = every.toNanos();
	}

	Answer check(Quote quote, long nanos) {
		if (quote.bid().signum() <= 0 || quote.ask().signum() <= 0 || quote.isCrossed()) {
			return Answer.CROSSED;
		}
		Long last = passed.get(quote.symbol());
		if (last != null && nanos - last < everyNanos) {
			return Answer.TOO_SOON;
		}
		passed.put(quote.symbol(), nanos);
		return Answer.PASS;
	}
}
