package io.vigie.sentinel.feed;

import java.time.Instant;

/** The stored bars are of another market than the one connected to; mixing the two would make bars that never were. */
final class OtherMarket extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OtherMarket(String symbol, Instant stored, Instant now) {
		super("Bars of " + symbol + " are stored until " + stored + ", but the venue says it is " + now
				+ ": they are of another market; start afresh or return to that venue");
	}
}
