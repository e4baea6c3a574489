package io.vigie.sentinel.feed;

import io.vigie.engine.market.Tick;
import io.vigie.engine.market.TickFlaw;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What can be seen of a symbol's feed from outside. Written by its thread, read by any. */
public final class SymbolRecord {

	private final String symbol;
	private final Drops drops;
	private final Map<TickFlaw, LongAdder> dropped = new ConcurrentHashMap<>();
	private final LongAdder ticks = new LongAdder();
	private final LongAdder bars = new LongAdder();
	private final LongAdder silentMinutes = new LongAdder();
	private volatile @Nullable Tick last;
	private volatile long seenNanos;
	private volatile @Nullable Position acknowledged;

	SymbolRecord(String symbol, Drops drops) {
		this.symbol = symbol;
		this.drops = drops;
	}

	public String symbol() {
		return symbol;
	}

	public Optional<Tick> last() {
		return Optional.ofNullable(last);
	}

	/** Wall time since the last print was seen. */
	public Optional<Duration> age() {
		return last == null ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - seenNanos));
	}

	/** Prints taken, history left out. */
	public long ticks() {
		return ticks.sum();
	}

	public long bars() {
		return bars.sum();
	}

	/** Minutes of market time without a print, history left out. */
	public long silentMinutes() {
		return silentMinutes.sum();
	}

	/** Prints left out, by cause. */
	public Map<TickFlaw, Long> dropped() {
		Map<TickFlaw, Long> counts = new TreeMap<>();
		dropped.forEach((flaw, count) -> counts.put(flaw, count.sum()));
		return counts;
	}

	void printed(Tick tick, boolean counts) {
		seenNanos = System.nanoTime();
		last = tick;
		if (counts) {
			ticks.increment();
		}
	}

	void closed() {
		bars.increment();
	}

	void silent(long minutes) {
		silentMinutes.add(minutes);
		drops.countSilent(minutes);
	}

	void dropped(TickFlaw flaw) {
		dropped.computeIfAbsent(flaw, _ -> new LongAdder()).increment();
		drops.count(flaw);
	}

	void repaired(String cause, long prints) {
		drops.countRepaired(cause, prints);
	}

	/** The message broker has everything up to here; called in order of prints. */
	void acknowledged(Position position) {
		acknowledged = position;
	}

	@Nullable Position acknowledged() {
		return acknowledged;
	}
}
