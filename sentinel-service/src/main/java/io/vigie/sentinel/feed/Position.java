package io.vigie.sentinel.feed;

import io.vigie.engine.market.Tick;
import java.time.Instant;

/** A place in a symbol's prints. Ordered as the cleaner orders them: by time, then by number. */
record Position(Instant at, long sequence) implements Comparable<Position> {

	static final Position BEFORE_ALL = new Position(Instant.MIN, Long.MIN_VALUE);

	static Position of(Tick tick) {
		return new Position(tick.at(), tick.sequence());
	}

	/** The last place before the instant. */
	static Position before(Instant instant) {
		return new Position(instant.minusNanos(1), Long.MAX_VALUE);
	}

	boolean isBefore(Tick tick) {
		int order = at.compareTo(tick.at());
		return order < 0 || order == 0 && sequence < tick.sequence();
	}

	@Override
	public int compareTo(Position other) {
		int order = at.compareTo(other.at);
		return order != 0 ? order : Long.compare(sequence, other.sequence);
	}
}
