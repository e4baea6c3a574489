package io.vigie.sentinel.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.engine.market.TickFlaw;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What was heard and not passed on, and what was made good, by cause; and how long nothing was said at all. Thread-safe. */
@Component
public final class Drops {

	/** Missed while a link was down, and taken from the venue's history. */
	static final String GAP = "gap";
	/** Held back as outliers until what followed bore them out. */
	static final String CONFIRMED = "confirmed_outlier";

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();
	private final Map<String, Counter> repairs = new ConcurrentHashMap<>();
	private final MeterRegistry metrics;
	private final Counter silent;

	Drops(MeterRegistry metrics) {
		this.metrics = metrics;
		this.silent = metrics.counter("sentinel.silent.minutes");
		for (TickFlaw flaw : TickFlaw.values()) {
			counter(flaw.name().toLowerCase(Locale.ROOT));
		}
		counter("crossed_quote");
		repair(GAP);
		repair(CONFIRMED);
	}

	public Map<String, Long> byCause() {
		return counts(counters);
	}

	/** Prints that would have been missing or left out, and are not. */
	public Map<String, Long> repairedByCause() {
		return counts(repairs);
	}

	/** @param cause one of a few constants */
	void count(String cause) {
		counter(cause).increment();
	}

	void count(TickFlaw flaw) {
		count(flaw.name().toLowerCase(Locale.ROOT));
	}

	void countRepaired(String cause, long prints) {
		repair(cause).increment(prints);
	}

	void countSilent(long minutes) {
		silent.increment(minutes);
	}

	private static Map<String, Long> counts(Map<String, Counter> counters) {
		Map<String, Long> counts = new TreeMap<>();
		counters.forEach((cause, counter) -> counts.put(cause, (long) counter.count()));
		return counts;
	}

	private Counter repair(String cause) {
		return repairs.computeIfAbsent(cause, it -> metrics.counter("sentinel.ticks.repaired", "cause", it));
	}

	private Counter counter(String cause) {
		return counters.computeIfAbsent(cause, it -> metrics.counter("sentinel.ticks.dropped", "cause", it));
	}
}
