package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.Liquidity;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a bar does to the stop and the target of a position. Of a bar only the open is known to come first, so what the open lies
 * beyond fills there; of what lies within the bar the worse is taken to come first. Levels are watched to the last digit, and
 * filled on the tick that is nearest.
 */
record InsideBar(Instrument instrument, OrderMatcher matcher, boolean touchFills) {

	static InsideBar of(Assumptions assumptions, OrderMatcher matcher) {
		return new InsideBar(assumptions.instrument(), matcher, assumptions.stops().kind() == Stops.Kind.RESTING);
	}


	record Sale(Execution execution, Trade.Cause cause) {
	}

	/** Sells what is held where the bar reaches a leg. */
	void protect(Trader trader, int index, Bar bar) {
		Trade held = trader.open();
		Sale sale = held == null ? null : sale(trader.legs(index), held.quantity(), bar);
		if (sale != null) {
			trader.sell(index, bar.openAt(), sale.execution(), sale.cause());
		}
	}

	@Nullable Sale sale(Order.Legs legs, BigDecimal quantity, Bar bar) {
		BigDecimal stop = legs.stop();
		BigDecimal target = legs.target();
		if (target != null && reaches(bar.open(), target)) {
			return new Sale(new Execution(bar.open(), quantity, Liquidity.MAKER), Trade.Cause.TARGET);
		}
		if (stop != null && bar.low().compareTo(stop) <= 0) {
			return new Sale(stopped(bar, stop, quantity), Trade.Cause.STOP);
		}
		return target != null && reaches(bar.high(), target)
				? new Sale(new Execution(onTick(target), quantity, Liquidity.MAKER), Trade.Cause.TARGET)
				: null;
	}

	private boolean reaches(BigDecimal price, BigDecimal target) {
		int order = price.compareTo(target);
		return touchFills ? order >= 0 : order > 0;
	}

	private Execution stopped(Bar bar, BigDecimal stop, BigDecimal quantity) {
		BigDecimal reached = bar.open().compareTo(stop) <= 0 ? bar.open() : onTick(stop);
		Tick print = new Tick(bar.symbol(), bar.lastSequence(), bar.openAt(), reached, bar.volume());
		return matcher.match(instrument, Side.SELL, new OrderType.Market(), quantity, print).execution().orElseThrow();
	}

	private BigDecimal onTick(BigDecimal level) {
		return instrument.onTick(level, RoundingMode.HALF_EVEN);
	}
}
