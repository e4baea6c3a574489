package io.vigie.orchestrator.pace;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last market scan saw.
 *
 * @param volatility of the liveliest symbol, as a fraction of its price; none where it could not be measured
 * @param open whether anything can be traded now
 * @param tickAge wall-clock age of the newest print when the scan looked
 * @param seenAt when the scan ended; none before the first one
 */
public record Market(@Nullable BigDecimal volatility, boolean open, @Nullable Duration tickAge, @Nullable Instant seenAt) {

	public static final Market UNSEEN = new Market(null, true, null, null);

	Mood mood(Rhythm rhythm) {
		if (!open) {
			return Mood.CLOSED;
		}
		if (volatility == null) {
			return Mood.UNKNOWN;
		}
		if (volatility.compareTo(rhythm.wildAbove()) > 0) {
			return Mood.WILD;
		}
		if (volatility.compareTo(rhythm.activeAbove()) > 0) {
			return Mood.ACTIVE;
		}
		return volatility.compareTo(rhythm.calmBelow()) < 0 ? Mood.CALM : Mood.NORMAL;
	}

	/** Why the mood is what it is, in words. */
	String describe(Rhythm rhythm) {
		return switch (mood(rhythm)) {
			case CLOSED -> "the market is closed";
			case UNKNOWN -> "no volatility is known yet";
			case WILD -> "volatility " + seen() + " is above " + Words.percent(rhythm.wildAbove());
			case ACTIVE -> "volatility " + seen() + " is above " + Words.percent(rhythm.activeAbove());
			case CALM -> "volatility " + seen() + " is below " + Words.percent(rhythm.calmBelow());
			case NORMAL -> "volatility " + seen() + " is between " + Words.percent(rhythm.calmBelow()) + " and "
					+ Words.percent(rhythm.activeAbove());
		};
	}

	private String seen() {
		return volatility == null ? "unknown" : Words.percent(volatility);
	}
}
