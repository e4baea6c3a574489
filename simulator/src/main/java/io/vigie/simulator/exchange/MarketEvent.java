package io.vigie.simulator.exchange;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import io.vigie.engine.venue.Execution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the venue tells those who listen. */
public sealed interface MarketEvent {

	record Printed(Tick tick, Quote quote) implements MarketEvent {
	}

	/** A minute is over. */
	record BarClosed(Bar bar) implements MarketEvent {
	}

	/**
	 * Something happened to an order.
	 *
	 * @param event Alpaca's word for it: {@code new}, {@code fill}, {@code canceled}...
	 * @param order as it is after the event
	 * @param positionQuantity the whole position after a fill
	 * @param reason of a rejection
	 */
	record OrderChanged(String event, UUID executionId, Instant at, Order order, @Nullable Execution execution,
			@Nullable BigDecimal positionQuantity, @Nullable String reason) implements MarketEvent {
	}
}
