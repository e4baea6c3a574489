package io.vigie.common.venue;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which fields the venue's answers have lost: each is logged when it is missed first and counted every time, so that
 * whoever changes an interface under us is noticed the same day. Names are those in the code, so they are few. Thread-safe.
 */
public final class VenueDrift {

	private static final Logger log = LoggerFactory.getLogger(VenueDrift.class);

	private final Set<String> missed = new ConcurrentSkipListSet<>();
	private final MeterRegistry metrics;
	private final String counter;

	/** @param service whose reading it is; begins the metric's name */
	public VenueDrift(MeterRegistry metrics, String service) {
		this.metrics = metrics;
		this.counter = service + ".venue.drift";
	}

	/** @param field as {@code order.filled_qty} */
	public void lacks(String field) {
		metrics.counter(counter, "field", field).increment();
		if (missed.add(field)) {
			log.atWarn().addKeyValue("field", field).log("The venue's answers lack a field, or write it in a way that can't be read");
		}
	}

	/** Every field missed since the start. */
	public Set<String> missed() {
		return Set.copyOf(missed);
	}
}
