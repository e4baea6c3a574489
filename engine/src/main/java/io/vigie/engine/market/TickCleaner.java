package io.vigie.engine.market;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the prints of one symbol through in order and once, and counts what it leaves out by cause.
 *
 * <p>A print is later than another when its time is, or at the same time its sequence is: some venues begin a new numbering
 * every day, so the number alone does not order prints. Constant time and memory per print; not thread-safe.
 */
public final class TickCleaner {

	/** How far back a repeated print is told from a late one; beyond it both are left out all the same. */
	private static final int MEMORY = 4096;

	private final long[] recent = new long[MEMORY];
	private final Map<TickFlaw, Long> dropped = new EnumMap<>(TickFlaw.class);
	private Instant lastAt;
	private long lastSequence;

	public TickCleaner() {
		this(Instant.MIN, Long.MIN_VALUE);
	}

	/** Continues after a print that was taken before. */
	public TickCleaner(Instant lastAt, long lastSequence) {
		this.lastAt = lastAt;
		this.lastSequence = lastSequence;
	}

	/** What is wrong with the print; nothing when it is taken. */
	public @Nullable TickFlaw check(Tick tick) {
		TickFlaw flaw = flawOf(tick);
		if (flaw == null) {
			lastAt = tick.at();
			lastSequence = tick.sequence();
			recent[slot(lastSequence)] = lastSequence;
		}
		else {
			dropped.merge(flaw, 1L, Long::sum);
		}
		return flaw;
	}

	/** How many prints were left out, by cause; causes that did not occur are absent. */
	public Map<TickFlaw, Long> dropped() {
		return Map.copyOf(dropped);
	}

	private @Nullable TickFlaw flawOf(Tick tick) {
		if (tick.price().signum() <= 0) {
			return TickFlaw.BAD_PRICE;
		}
		if (tick.size().signum() < 0) {
			return TickFlaw.BAD_SIZE;
		}
		int order = tick.at().compareTo(lastAt);
		if (order > 0 || order == 0 && tick.sequence() > lastSequence) {
			return null;
		}
		return tick.sequence() == lastSequence || recent[slot(tick.sequence())] == tick.sequence()
				? TickFlaw.DUPLICATE
				: TickFlaw.OUT_OF_ORDER;
	}

	private static int slot(long sequence) {
		return (int) Math.floorMod(sequence, (long) MEMORY);
	}
}
