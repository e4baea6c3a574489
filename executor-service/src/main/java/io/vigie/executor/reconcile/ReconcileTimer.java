package io.vigie.executor.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reconciles when the last time is long ago, when somebody wishes it, and soon again after events were still on their way. Not
 * before the first reconciliation, which is part of the start. One at a time, on a thread of its own.
 */
@Component
class ReconcileTimer {

	private static final Logger log = LoggerFactory.getLogger(ReconcileTimer.class);
	private static final Duration UNSETTLED = Duration.ofMinutes(1);
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

	private final Reconciliation reconciliation;
	private final ReconcileSettings settings;
	private final Clock clock;
	private final AtomicReference<@Nullable String> wish = new AtomicReference<>();
	private final AtomicBoolean running = new AtomicBoolean();
	private volatile Instant notBefore = Instant.EPOCH;

	ReconcileTimer(Reconciliation reconciliation, ReconcileSettings settings, Clock clock) {
		this.reconciliation = reconciliation;
		this.settings = settings;
		this.clock = clock;
	}

	/** Soon, once for however many wish it meanwhile. */
	void soon(String reason) {
		wish.set(reason);
	}

	@Scheduled(fixedDelayString = "PT1S")
	void tick() {
		String reason = due(clock.instant());
		if (reason != null && running.compareAndSet(false, true)) {
			Thread.ofVirtual().name("reconcile").start(() -> run(reason));
		}
	}

	/** Why it is time; none where it is not. */
	@Nullable String due(Instant now) {
		Report last = reconciliation.last();
		if (last == null || now.isBefore(notBefore)) {
			return null;
		}
		String wished = wish.get();
		if (wished != null) {
			return wished;
		}
		Duration since = Duration.between(last.finishedAt(), now);
		Duration interval = last.settled() || settings.every().compareTo(UNSETTLED) < 0 ? settings.every() : UNSETTLED;
		return since.compareTo(interval) < 0 ? null : last.settled() ? "every " + settings.every() : "events were on their way";
	}

	private void run(String reason) {
		String wished = wish.getAndSet(null);
		try {
			reconciliation.run(reason);
		}
		catch (RuntimeException e) {
			// The venue or the database can't be asked now; it stays wished.
			notBefore = clock.instant().plus(AFTER_FAILURE);
			wish.compareAndSet(null, wished);
			log.atWarn().addKeyValue("reason", reason).addKeyValue("cause", String.valueOf(e.getMessage())).log("Can't be reconciled now");
		}
		finally {
			running.set(false);
		}
	}
}
