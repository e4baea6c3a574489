package io.vigie.engine.backtest;

import io.vigie.engine.ledger.Posting;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import io.vigie.engine.venue.Depth;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One strategy with an account of its own. It is told what the market does, in order, and holds one position at a time: wanting
 * to buy while it holds or has an order on its way is wanting nothing, as is wanting to leave what it does not hold.
 */
final class Trader {

	private final Strategy strategy;
	private final Assumptions assumptions;
	private final Purse purse;
	private final Worths worths;
	private final Sizer sizer;
	private final OrderMatcher matcher;
	private final List<Trade> trades = new ArrayList<>();
	private final List<Refusal> refusals = new ArrayList<>();
	private final List<EquityCurve.Standing> standings = new ArrayList<>();
	private @Nullable Order pending;
	private @Nullable Trade open;
	private Order.Legs legs = Order.Legs.NONE;

	Trader(Strategy strategy, Assumptions assumptions) {
		this.strategy = strategy;
		this.assumptions = assumptions;
		purse = new Purse(assumptions.instrument(), assumptions.capital());
		worths = Worths.of(assumptions.size(), purse);
		sizer = new Sizer(assumptions, purse, worths);
		matcher = new OrderMatcher(assumptions.slippage(), Depth.UNLIMITED);
	}

	/** What is live of them in that bar. */
	Order.Legs legs(int bar) {
		boolean early = open != null && open.entryBar() == bar && assumptions.stops().kind() == Stops.Kind.RESTING;
		return early ? Order.Legs.NONE : legs;
	}

	/** What is held, if anything is. */
	@Nullable Trade open() {
		return open;
	}

	OrderMatcher matcher() {
		return matcher;
	}

	/** A print that an order on its way may trade at. */
	void offer(int bar, Tick print) {
		Order order = pending;
		if (order == null || !order.isIn(print.at())) {
			return;
		}
		pending = null;
		Execution execution = matcher
			.match(assumptions.instrument(), order.side(), new OrderType.Market(), order.quantity(), print)
			.execution()
			.orElseThrow();
		if (order.side() == Side.BUY) {
			buy(bar, print.at(), execution, order.legs());
		}
		else {
			sell(bar, print.at(), execution, order.cause());
		}
	}

	/** A resting leg has traded. */
	void sell(int bar, Instant at, Execution execution, Trade.Cause cause) {
		Trade trade = open;
		if (trade == null) {
			return;
		}
		BigDecimal fee = fee(execution);
		book(Side.SELL, execution, fee, at);
		trades.add(trade.closed(new Trade.Exit(bar, at, execution.price(), fee, cause)));
		open = null;
		pending = null;
		legs = Order.Legs.NONE;
	}

	/** What there is when a bar has closed; bars on which nothing changed may be left out. */
	void mark(int bar) {
		EquityCurve.Standing last = standings.isEmpty() ? null : standings.getLast();
		if (last == null || last.cash() != purse.cash() || last.held() != purse.held()) {
			standings.add(new EquityCurve.Standing(bar, purse.cash(), purse.held()));
		}
	}

	/**
	 * A bar has closed: the strategy decides.
	 *
	 * @param price last traded, by now
	 * @param now market time, not before the bar's end
	 */
	void decide(int index, Bar bar, BigDecimal price, Instant now) {
		Decision decision = strategy.onBar(bar);
		Trade held = open;
		if (pending != null) {
			return;
		}
		if (held == null && decision.action() == Action.BUY) {
			enter(index, bar, now, sizer.entry(decision, bar, price, trades));
		}
		else if (held != null) {
			Trade.Cause cause = reasonToLeave(held, bar.close(), decision);
			if (cause != null) {
				leave(cause, now);
			}
		}
	}

	/** An order to buy at the close of that bar. */
	void enter(int index, Bar bar) {
		enter(index, bar, bar.closeAt(), sizer.entry(bar, bar.close()));
	}

	/** An order to sell what is held, if anything is. */
	void leave(Trade.Cause cause, Instant now) {
		Trade held = open;
		if (held != null) {
			pending = new Order(Side.SELL, held.quantity(), due(now), Order.Legs.NONE, cause);
		}
	}

	/** @param bars that were marked; the trader may go on */
	Record record(List<Bar> bars) {
		List<Trade> all = new ArrayList<>(trades);
		if (open != null) {
			all.add(open);
		}
		EquityCurve curve = new EquityCurve(bars, standings);
		return new Record(List.copyOf(all), curve, List.copyOf(refusals), curve.barsHeld());
	}

	private void enter(int index, Bar bar, Instant now, Sizer.Entry entry) {
		if (entry.quantity().signum() > 0) {
			worths.note(now, bar.close());
			pending = new Order(Side.BUY, entry.quantity(), due(now), entry.legs(), Trade.Cause.SIGNAL);
		}
		else {
			refusals.add(new Refusal(index, bar.openAt(), entry.objection()));
		}
	}

	/** @param barsHeld bars at whose close something was held */
	record Record(List<Trade> trades, List<EquityPoint> equity, List<Refusal> refusals, int barsHeld) {
	}

	private void buy(int bar, Instant at, Execution execution, Order.Legs protection) {
		BigDecimal quantity = sizer.payable(execution.quantity(), execution.price());
		if (quantity.signum() == 0) {
			refusals.add(new Refusal(bar, at, "Cash of " + purse.cash().toPlainString() + " does not pay for "
					+ execution.quantity().toPlainString() + " at " + execution.price().toPlainString()));
			return;
		}
		Execution paid = new Execution(execution.price(), quantity, execution.liquidity());
		BigDecimal fee = fee(paid);
		book(Side.BUY, paid, fee, at);
		open = new Trade(bar, at, paid.price(), paid.quantity(), fee, null);
		legs = protection;
	}

	private void book(Side side, Execution execution, BigDecimal fee, Instant at) {
		purse.book(side, execution, fee, at);
		worths.note(at, execution.price());
	}

	/** Exact, up to what the books can keep. */
	private BigDecimal fee(Execution execution) {
		BigDecimal fee = assumptions.fees().fee(execution);
		return fee.scale() <= Posting.MAX_SCALE ? fee : fee.setScale(Posting.MAX_SCALE, RoundingMode.UP);
	}

	/** A stop or target that is reached at the same close as the strategy wants to leave is what made it leave. */
	private Trade.@Nullable Cause reasonToLeave(Trade held, BigDecimal close, Decision decision) {
		Stops stops = assumptions.stops();
		if (stops.kind() == Stops.Kind.CLOSE) {
			BigDecimal stop = stops.stopOf(held.entryPrice());
			BigDecimal target = stops.targetOf(held.entryPrice());
			if (stop != null && close.compareTo(stop) <= 0) {
				return Trade.Cause.STOP;
			}
			if (target != null && close.compareTo(target) >= 0) {
				return Trade.Cause.TARGET;
			}
		}
		return decision.action() == Action.CLOSE ? Trade.Cause.SIGNAL : null;
	}

	/** Without latency the next print is in time whatever its date: bars of a file may be dated closer than their length. */
	private Instant due(Instant now) {
		return assumptions.latency().isZero() ? Instant.MIN : now.plus(assumptions.latency());
	}
}
