package io.vigie.sentinel.venue;

import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;

/** What a market-data stream said. */
public sealed interface FeedEvent {

	record Printed(Tick tick) implements FeedEvent {
	}

	record Quoted(Quote quote) implements FeedEvent {
	}

	/** {@code connected}, {@code authenticated}. */
	record Greeted(String word) implements FeedEvent {
	}

	record Subscribed() implements FeedEvent {
	}

	/** The stream does not do what was asked: wrong keys, too many connections, unknown symbol. */
	record Refused(int code, String reason) implements FeedEvent {
	}

	/** Understood to be of no interest here: bars, statuses, corrections, and what Alpaca may add. */
	record Ignored(String type) implements FeedEvent {
	}

	/** Not to be understood. */
	record Unreadable(String cause) implements FeedEvent {
	}
}
