package io.vigie.sentinel.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.engine.market.TickFlaw;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What was heard and not passed on, by cause. Thread-safe. */
@Component
public final class Drops {

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();
	private final MeterRegistry metrics;

	Drops(MeterRegistry metrics) {
		this.metrics = metrics;
		for (TickFlaw flaw : TickFlaw.values()) {
			counter(flaw.name().toLowerCase(Locale.ROOT));
		}
	}

	public Map<String, Long> byCause() {
		Map<String, Long> counts = new TreeMap<>();
		counters.forEach((cause, counter) -> counts.put(cause, (long) counter.count()));
		return counts;
	}

	/** @param cause one of a few constants */
	void count(String cause) {
		counter(cause).increment();
	}

	void count(TickFlaw flaw) {
		count(flaw.name().toLowerCase(Locale.ROOT));
	}

	private Counter counter(String cause) {
		return counters.computeIfAbsent(cause, it -> metrics.counter("sentinel.ticks.dropped", "cause", it));
	}
}
