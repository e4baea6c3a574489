package io.vigie.executor.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What trading on paper has come to, over all bots.
 *
 * @param since wall-clock time of the first trade
 * @param realised before fees
 */
record PaperRecord(long trades, long closed, long won, BigDecimal realised, BigDecimal fees, @Nullable Instant since, @Nullable Instant until) {

	/** Why it does not suffice. */
	Optional<String> lacks(LiveSettings settings) {
		Duration lasted = since == null || until == null ? Duration.ZERO : Duration.between(since, until);
		if (trades < settings.trades()) {
			return Optional.of("the paper record has " + trades + " trades, " + settings.trades() + " are needed");
		}
		return lasted.compareTo(settings.period()) < 0
				? Optional.of("the paper record covers " + lasted.toHours() + " hours, " + settings.period().toHours() + " are needed") : Optional.empty();
	}

	/** One way to write it, for the seal. */
	String asText() {
		return "trades " + trades + ", closed " + closed + ", won " + won + ", realised " + realised.stripTrailingZeros().toPlainString() + " USD, fees "
				+ fees.stripTrailingZeros().toPlainString() + " USD, from " + since + " to " + until;
	}
}
