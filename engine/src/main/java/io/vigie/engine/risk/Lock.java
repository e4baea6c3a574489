package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a bot may not buy, and why. It holds for every idea from before its end: one that was had before the lock
 * began and comes late does not slip through.
 *
 * @param symbol none where nothing may be bought
 * @param from market time of what caused it
 * @param until market time; from then on it holds no longer
 * @param limit what was allowed, in the protection's unit
 * @param seen what was found, in the same unit
 * @param cause names what led to it; the same cause is the same lock
 */
public record Lock(Kind kind, @Nullable String symbol, Instant from, Instant until, BigDecimal limit, BigDecimal seen,
		String reason, String cause) {

	/** The protections that lock; the rule that asks for each is named after it. */
	public enum Kind {

		COOLDOWN("cooldown"), STOP_OUT_GUARD("stop-out-guard"), MAX_DRAWDOWN("max-drawdown"), DAILY_LOSS("daily-loss"),
		LOSING_SYMBOL("losing-symbol");

		private final String rule;

		Kind(String rule) {
			this.rule = rule;
		}

		public String rule() {
			return rule;
		}
	}

	boolean covers(String candidate) {
		return symbol == null || symbol.equals(candidate);
	}

	/** How long it still holds for an idea of that time, zero or less where it doesn't. */
	Duration left(Instant at) {
		return Duration.between(at, until);
	}
}
