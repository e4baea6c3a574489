package io.vigie.simulator.access;

import io.vigie.simulator.setting.Variables;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Requests per wall minute, as Alpaca counts them. Thread-safe. */
@Component
class RateLimit {

	private static final int DEFAULT = 100_000;

	private final int limit;
	private final Clock clock;
	private long minute;
	private int used;

	RateLimit(Variables variables, Clock clock) {
		this.limit = variables.number("VIGIE_SIMULATOR_RATE_LIMIT", DEFAULT, 1, 1_000_000_000);
		this.clock = clock;
	}

	/** What is left after this request; negative for one too many. */
	synchronized int take() {
		long now = clock.instant().getEpochSecond() / 60;
		if (now != minute) {
			minute = now;
			used = 0;
		}
		used++;
		return limit - used;
	}

	int limit() {
		return limit;
	}

	/** When the count starts over, in seconds since the epoch. */
	synchronized long resetAt() {
		return (minute + 1) * 60;
	}
}
