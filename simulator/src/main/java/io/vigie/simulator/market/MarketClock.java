package io.vigie.simulator.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Market time, running at a chosen multiple of wall time. Not thread-safe; never goes back. */
final class MarketClock {

	private final LongSupplier nanoTime;
	private Instant base;
	private long since;
	private BigDecimal speed;
	private boolean running;

	/** Stands still until it is resumed. */
	MarketClock(Instant base, BigDecimal speed, LongSupplier nanoTime) {
		this.base = base;
		this.speed = speed;
		this.nanoTime = nanoTime;
		this.since = nanoTime.getAsLong();
	}

	Instant now() {
		if (!running) {
			return base;
		}
		return base.plusNanos(BigDecimal.valueOf(nanoTime.getAsLong() - since).multiply(speed).longValue());
	}

	BigDecimal speed() {
		return speed;
	}

	boolean isRunning() {
		return running;
	}

	void pause() {
		settle(now());
		running = false;
	}

	void resume() {
		settle(now());
		running = true;
	}

	void changeSpeed(BigDecimal changed) {
		settle(now());
		speed = changed;
	}

	/** Goes on from there; for a market that is moved by hand. */
	void moveTo(Instant instant) {
		settle(instant);
	}

	private void settle(Instant at) {
		base = at;
		since = nanoTime.getAsLong();
	}
}
