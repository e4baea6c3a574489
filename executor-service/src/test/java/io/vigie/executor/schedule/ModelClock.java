package io.vigie.executor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time passes when it is told to. */
public final class ModelClock extends Clock {

	private Instant now;

	ModelClock(Instant begin) {
		now = begin;
	}

	void pass(Duration time) {
		now = now.plus(time);
	}

	/** Never back. */
	void reach(Instant then) {
		if (then.isAfter(now)) {
			now = then;
		}
	}

	@Override
	public Instant instant() {
		return now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}
}
