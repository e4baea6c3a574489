package io.vigie.engine.venue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/**
 * How an order is priced while it works at the venue. Immutable: what a print does to an order that does not trade
 * (a stop that triggers, a trail that moves, a limit that comes to rest) is another value of this type.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = OrderType.Market.class, name = "market"),
		@JsonSubTypes.Type(value = OrderType.Limit.class, name = "limit"),
		@JsonSubTypes.Type(value = OrderType.Stop.class, name = "stop"),
		@JsonSubTypes.Type(value = OrderType.StopLimit.class, name = "stop_limit"),
		@JsonSubTypes.Type(value = OrderType.TrailingStop.class, name = "trailing_stop") })
public sealed interface OrderType {

	record Market() implements OrderType {
	}

	/**
	 * @param resting whether a print has already passed without trading it; a resting limit is a maker and gets its own
	 *     price, a limit that arrives marketable is a taker and gets the market's, where that is better
	 */
	record Limit(BigDecimal price, boolean resting) implements OrderType {

		public Limit {
			requirePositive(price, "limit price");
		}

		public Limit(BigDecimal price) {
			this(price, false);
		}
	}

	/** Becomes a market order, never filled better than the stop, once price trades at or beyond it. */
	record Stop(BigDecimal price) implements OrderType {

		public Stop {
			requirePositive(price, "stop price");
		}
	}

	/** Becomes a limit order once price trades at or beyond the stop. */
	record StopLimit(BigDecimal stop, BigDecimal limit) implements OrderType {

		public StopLimit {
			requirePositive(stop, "stop price");
			requirePositive(limit, "limit price");
		}
	}

	/**
	 * A stop that follows the best price seen.
	 *
	 * @param extreme the highest print for a sell, the lowest for a buy, since the order arrived
	 */
	record TrailingStop(Trail trail, BigDecimal extreme) implements OrderType {

		public TrailingStop {
			requirePositive(extreme, "extreme");
		}
	}

	private static void requirePositive(BigDecimal price, String what) {
		if (price.signum() <= 0) {
			throw new IllegalArgumentException("A " + what + " must be positive, was " + price.toPlainString());
		}
	}
}
