package io.vigie.sentinel.feed;

import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.venue.MarketData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long a symbol was not traded, in whole minutes of market time without a print. Such minutes have no bar, and that is
 * no fault: it is counted so that nobody looks for one. Stocks are silent between two prints of one day in New York; what lies
 * between days is a night. Used by one thread.
 */
final class Silence {

	private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
	private static final long MINUTE = Timeframe.M1.duration().toSeconds();

	private final boolean roundTheClock;
	private @Nullable Instant last;

	Silence(String symbol) {
		roundTheClock = MarketData.isCrypto(symbol);
	}

	/** @return silent minutes that the print ended; zero for the first one, and for those that are shown again after a break */
	long endedBy(Tick tick) {
		Instant before = last;
		if (before != null && before.isAfter(tick.at())) {
			return 0;
		}
		last = tick.at();
		if (before == null || !roundTheClock && !day(before).equals(day(tick.at()))) {
			return 0;
		}
		Duration apart = Duration.between(Timeframe.M1.floor(before), Timeframe.M1.floor(tick.at()));
		return Math.max(0, apart.toSeconds() / MINUTE - 1);
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, EXCHANGE);
	}
}
