package io.vigie.engine.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds back prints of one symbol whose price is far from the last one, until those that follow show what they were. If the
 * next print is back where prices were, they were wrong and are left out; if enough follow where they went, the market went
 * there, and all of them are passed on, none lost and in order. So a crash is late by a few prints, and a slip of the tape makes
 * no bar. What is passed depends on prices and their order alone, not on when they came. Pure; not thread-safe.
 */
public final class OutlierFilter {

	private final BigDecimal limit;
	private final int confirmations;
	private final List<Tick> held = new ArrayList<>();
	private @Nullable BigDecimal reference;

	/**
	 * @param limit largest step between prints that needs no confirmation, as a fraction of the price; zero lets all pass
	 * @param confirmations how many prints must follow near a held one for it to be believed
	 * @param reference the last price of an earlier life; without one the first print is believed
	 */
	public OutlierFilter(BigDecimal limit, int confirmations, @Nullable BigDecimal reference) {
		if (limit.signum() < 0 || confirmations < 1) {
			throw new IllegalArgumentException("An outlier needs a limit that is not negative and at least one confirmation, not "
					+ limit.toPlainString() + " and " + confirmations);
		}
		this.limit = limit;
		this.confirmations = confirmations;
		this.reference = reference;
	}

	/** Takes the next print, in order and sound ({@link TickCleaner}). */
	public Sifted take(Tick tick) {
		if (reference == null || limit.signum() == 0 || isNear(reference, tick)) {
			List<Tick> wrong = emptied();
			reference = tick.price();
			return new Sifted(List.of(tick), wrong, false);
		}
		List<Tick> elsewhere = held.isEmpty() || isNear(held.getLast().price(), tick) ? List.of() : emptied();
		held.add(tick);
		if (held.size() <= confirmations) {
			return new Sifted(List.of(), elsewhere, false);
		}
		reference = tick.price();
		return new Sifted(emptied(), elsewhere, true);
	}

	/** Prints that are neither believed nor given up. */
	public int held() {
		return held.size();
	}

	private boolean isNear(BigDecimal price, Tick tick) {
		return tick.price().subtract(price).abs().compareTo(price.multiply(limit)) <= 0;
	}

	private List<Tick> emptied() {
		List<Tick> all = List.copyOf(held);
		held.clear();
		return all;
	}

	/**
	 * What one more print made clear.
	 *
	 * @param passed to be taken now, in order
	 * @param dropped prints held back until now that were wrong
	 * @param confirmed whether the passed ones were held back until now
	 */
	public record Sifted(List<Tick> passed, List<Tick> dropped, boolean confirmed) {
	}
}
