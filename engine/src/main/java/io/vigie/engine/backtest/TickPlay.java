package io.vigie.engine.backtest;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays prints as the simulated venue does: first they trade with what was in the market before them, then they close bars, and
 * what is decided at a close trades at a later print, never at the one that closed the bar.
 */
final class TickPlay {

	private final Trader trader;
	private final Instrument instrument;
	private final OrderMatcher matcher;
	private final BarBuilder builder;
	private final Timeframe timeframe;
	private final List<Bar> bars = new ArrayList<>();
	private int bar;
	private @Nullable Trade resting;

	TickPlay(Trader trader, Assumptions assumptions, Timeframe timeframe) {
		this.trader = trader;
		this.timeframe = timeframe;
		instrument = assumptions.instrument();
		matcher = trader.matcher();
		builder = new BarBuilder(instrument.symbol(), List.of(timeframe));
	}

	void play(Tick tick) {
		List<Bar> closed = builder.add(tick);
		for (int i = 0; i < closed.size(); i++) {
			bars.add(closed.get(i));
			trader.mark(bar + i);
		}
		Trade before = trader.open();
		trader.offer(bar + closed.size(), tick);
		if (before != null && trader.open() == before) {
			protect(before, tick, bar + closed.size());
		}
		for (Bar it : closed) {
			trader.decide(bar, it, tick.price(), tick.at());
			bar++;
		}
	}

	/** The bar that was being made when the prints ended is worth something, but nothing is decided by it. */
	void end() {
		builder.unfinished(timeframe).ifPresent(it -> {
			bars.add(it);
			trader.mark(bar);
		});
	}

	List<Bar> bars() {
		return bars;
	}

	/** A target that the market is beyond already when it first sees a print trades there, as one that arrives: only then it rests. */
	private void protect(Trade held, Tick tick, int index) {
		Order.Legs legs = trader.legs(index);
		Execution stopped = leg(legs.stop() == null ? null : new OrderType.Stop(onTick(legs.stop())), held, tick);
		if (stopped != null) {
			trader.sell(index, tick.at(), stopped, Trade.Cause.STOP);
			return;
		}
		boolean rests = resting == held;
		resting = held;
		Execution reached = leg(legs.target() == null ? null : new OrderType.Limit(onTick(legs.target()), rests), held, tick);
		if (reached != null) {
			trader.sell(index, tick.at(), reached, Trade.Cause.TARGET);
		}
	}

	private @Nullable Execution leg(@Nullable OrderType type, Trade held, Tick tick) {
		return type == null ? null : matcher.match(instrument, Side.SELL, type, held.quantity(), tick).execution().orElse(null);
	}

	private BigDecimal onTick(BigDecimal level) {
		return instrument.onTick(level, RoundingMode.HALF_EVEN);
	}
}
