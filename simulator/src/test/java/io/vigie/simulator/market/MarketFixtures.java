package io.vigie.simulator.market;

import io.vigie.engine.venue.Depth;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.VenueFixture;
import io.vigie.simulator.journal.Founding;
import io.vigie.simulator.journal.Journal;
import io.vigie.simulator.recording.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A market around a venue, its clock in the test's hand. */
public final class MarketFixtures {

	static final long NEVER = Long.MAX_VALUE;

	private MarketFixtures() {
	}

	static Journal journal(Path folder) {
		return Journal.open(folder, () -> new Founding("seed", VenueFixture.START, Map.of(), "rules"));
	}

	/** Paused, at the replay's start. */
	public static Market of(Exchange exchange, Path folder) {
		return market(exchange, journal(folder), new AtomicLong());
	}

	static Market market(Exchange exchange, Journal journal, AtomicLong nanos) {
		return new Market(exchange, journal, new MarketClock(exchange.now(), BigDecimal.ONE, nanos::get), NEVER);
	}

	static Exchange exchange(Recording... recordings) {
		return Exchange.open("seed", VenueFixture.START, List.of(recordings), VenueFixture.rules(Depth.UNLIMITED, true));
	}
}
