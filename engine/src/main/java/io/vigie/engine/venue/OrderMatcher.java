package io.vigie.engine.venue;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Decides what one print does to one order, on the pessimistic side: market orders trade at the next print plus
 * slippage, resting limits only when price trades <em>through</em> them, stops at the worse of stop and print.
 * Stateless; the caller hands in prints in order and never the print the order was placed on.
 */
public record OrderMatcher(Slippage slippage, Depth depth) {

	/** @param remaining what is still to be traded, positive */
	public Match match(Instrument instrument, Side side, OrderType type, BigDecimal remaining, Tick tick) {
		return switch (type) {
			case OrderType.Market market -> take(instrument, side, market, remaining, tick, tick.price());
			case OrderType.Limit limit -> matchLimit(instrument, side, limit, remaining, tick);
			case OrderType.Stop stop -> matchStop(instrument, side, stop, stop.price(), remaining, tick);
			case OrderType.StopLimit(BigDecimal stop, BigDecimal limit) -> isTriggered(side, stop, tick.price())
					? matchLimit(instrument, side, new OrderType.Limit(limit), remaining, tick)
					: Match.none(type);
			case OrderType.TrailingStop trailing -> matchTrailing(instrument, side, trailing, remaining, tick);
		};
	}

	private Match matchLimit(Instrument instrument, Side side, OrderType.Limit limit, BigDecimal remaining, Tick tick) {
		if (!isThrough(side, limit.price(), tick.price())) {
			return Match.none(new OrderType.Limit(limit.price(), true));
		}
		BigDecimal quantity = depth.available(instrument, remaining, tick.size());
		if (quantity.signum() == 0) {
			return Match.none(limit);
		}
		if (limit.resting()) {
			return new Match(limit, Optional.of(new Execution(limit.price(), quantity, Liquidity.MAKER)));
		}
		BigDecimal market = slippage.worsen(instrument, side, tick.price(), quantity, tick.size());
		BigDecimal price = better(side, limit.price(), market);
		return new Match(limit, Optional.of(new Execution(price, quantity, Liquidity.TAKER)));
	}

	private Match matchTrailing(Instrument instrument, Side side, OrderType.TrailingStop trailing, BigDecimal remaining,
			Tick tick) {
		BigDecimal stop = trailing.trail().stop(side, trailing.extreme());
		if (isTriggered(side, stop, tick.price())) {
			return matchStop(instrument, side, trailing, stop, remaining, tick);
		}
		return Match.none(new OrderType.TrailingStop(trailing.trail(), better(side, trailing.extreme(), tick.price())));
	}

	private Match matchStop(Instrument instrument, Side side, OrderType type, BigDecimal stop, BigDecimal remaining, Tick tick) {
		return isTriggered(side, stop, tick.price())
				? take(instrument, side, new OrderType.Market(), remaining, tick, worse(side, stop, tick.price()))
				: Match.none(type);
	}

	private Match take(Instrument instrument, Side side, OrderType.Market market, BigDecimal remaining, Tick tick,
			BigDecimal reference) {
		BigDecimal quantity = depth.available(instrument, remaining, tick.size());
		if (quantity.signum() == 0) {
			return Match.none(market);
		}
		BigDecimal price = slippage.worsen(instrument, side, reference, quantity, tick.size());
		return new Match(market, Optional.of(new Execution(price, quantity, Liquidity.TAKER)));
	}

	private static boolean isThrough(Side side, BigDecimal limit, BigDecimal price) {
		return side == Side.BUY ? price.compareTo(limit) < 0 : price.compareTo(limit) > 0;
	}

	private static boolean isTriggered(Side side, BigDecimal stop, BigDecimal price) {
		return side == Side.BUY ? price.compareTo(stop) >= 0 : price.compareTo(stop) <= 0;
	}

	private static BigDecimal worse(Side side, BigDecimal one, BigDecimal other) {
		return side == Side.BUY ? one.max(other) : one.min(other);
	}

	private static BigDecimal better(Side side, BigDecimal one, BigDecimal other) {
		return side == Side.BUY ? one.min(other) : one.max(other);
	}
}
