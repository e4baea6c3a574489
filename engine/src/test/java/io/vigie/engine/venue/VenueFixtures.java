package io.vigie.engine.venue;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;

/** A pair on a grid of cents and billionths, and prints of it. */
final class VenueFixtures {

	static final Instrument BTC = Instrument.of("BTC/USD", d("0.01"), d("0.000000001"), BigDecimal.TEN);

	private VenueFixtures() {
	}

	static BigDecimal d(String text) {
		return new BigDecimal(text);
	}

	static Tick print(String price) {
		return print(price, "100");
	}

	static Tick print(String price, String size) {
		return new Tick("BTC/USD", 1, Instant.EPOCH, d(price), d(size));
	}

	/** Without slippage and with all the depth one could want. */
	static OrderMatcher frictionless() {
		return new OrderMatcher(Slippage.NONE, Depth.UNLIMITED);
	}

	/** One basis point against whoever takes. */
	static OrderMatcher slipping() {
		return new OrderMatcher(new Slippage.BasisPoints(BigDecimal.ONE), Depth.UNLIMITED);
	}

	/** At most a tenth of what traded. */
	static OrderMatcher shallow() {
		return new OrderMatcher(Slippage.NONE, new Depth.VolumeShare(d("0.1")));
	}

	static Match match(OrderMatcher matcher, Side side, OrderType type, String quantity, Tick tick) {
		return matcher.match(BTC, side, type, d(quantity), tick);
	}
}
