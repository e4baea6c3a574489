package io.vigie.simulator.fault;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A fault and what it has come to. Immutable.
 *
 * @param at when it was armed, market time
 * @param matched occasions that fitted
 * @param fired how many of them were struck
 * @param firstAt when it struck first
 */
public record Armed(Fault fault, long seed, Instant at, int matched, int fired, @Nullable Instant firstAt) {

	private static final int PRECISION = 1_000_000_000;

	public String name() {
		return Objects.requireNonNull(fault.name());
	}

	/** Will never strike again. */
	public boolean over() {
		return fault.when().matches() == null ? fired >= times()
				: fault.when().matches().stream().allMatch(it -> it <= matched);
	}

	boolean fits(Occasion occasion, Instant now) {
		return fault.harm().strikesAt(occasion.site()) && !over() && fault.when().includes(now, at, firstAt)
				&& fault.on().fits(occasion) && fault.harm().concerns(occasion);
	}

	/** One more occasion that fitted; struck where {@link #fired} has grown. */
	Armed met(Instant now) {
		int match = matched + 1;
		return chosen(match) ? new Armed(fault, seed, at, match, fired + 1, firstAt == null ? now : firstAt)
				: new Armed(fault, seed, at, match, fired, firstAt);
	}

	private boolean chosen(int match) {
		When when = fault.when();
		if (when.matches() != null) {
			return when.matches().contains(match);
		}
		return match > (when.after() == null ? 0 : when.after()) && isDrawn(match, when.probability());
	}

	/** Depends on nothing but seed, name and count: what other faults do does not change it. */
	private boolean isDrawn(int match, @Nullable BigDecimal probability) {
		if (probability == null) {
			return true;
		}
		long mixed = new SplittableRandom(seed).nextLong() ^ ((long) name().hashCode() << 32) ^ match;
		int draw = new SplittableRandom(mixed).nextInt(PRECISION);
		return BigDecimal.valueOf(draw).compareTo(probability.multiply(BigDecimal.valueOf(PRECISION))) < 0;
	}

	private int times() {
		Integer times = fault.when().times();
		boolean once = fault.harm().once() && fault.when().probability() == null && fault.when().forSeconds() == null;
		return times != null ? times : once ? 1 : Integer.MAX_VALUE;
	}
}
