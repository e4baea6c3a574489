package io.vigie.sentinel.screen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one look over the venue found.
 *
 * @param at wall-clock time of the look
 * @param tradable assets there were
 * @param standings of those looked at
 */
public record Screen(Instant at, int tradable, List<Standing> standings) {

	private static final Comparator<Standing> RISING = Comparator.comparing(Standing::change).thenComparing(Standing::symbol);
	private static final Comparator<Standing> FALLING = Comparator.comparing(Standing::change).reversed()
		.thenComparing(Standing::symbol);
	private static final Comparator<Standing> TRADED = Comparator.comparing(Standing::turnover).reversed()
		.thenComparing(Standing::symbol);

	/** Those that rose, the most first. */
	public List<Standing> gainers(int most) {
		return standings.stream().filter(it -> it.change().signum() > 0).sorted(FALLING).limit(most).toList();
	}

	/** Those that fell, the most first. */
	public List<Standing> losers(int most) {
		return standings.stream().filter(it -> it.change().signum() < 0).sorted(RISING).limit(most).toList();
	}

	/** By today's turnover in quote currency, the most first. */
	public List<Standing> mostTraded(int most) {
		return standings.stream().filter(it -> it.turnover().signum() > 0).sorted(TRADED).limit(most).toList();
	}
}
