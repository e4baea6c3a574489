package io.vigie.executor.order;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.executor.venue.Alpaca;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the executor decides on by itself: to protect a position, to close it, to cancel what is open. Everything takes the way
 * of all orders: intended under a name that follows from its cause, committed, sent in its lane, settled with the venue.
 */
@Component
public class OwnOrders {

	private final TransactionTemplate transactions;
	private final OrderBook book;
	private final Orders orders;
	private final Lanes lanes;
	private final Placement placement;
	private final Rearming rearming;
	private final Evidence evidence;
	private final Drops drops;
	private final Alpaca venue;
	private final Clock clock;

	OwnOrders(TransactionTemplate transactions, OrderBook book, Orders orders, Lanes lanes, Placement placement, Rearming rearming,
			Evidence evidence, Drops drops, Alpaca venue, Clock clock) {
		this.transactions = transactions;
		this.book = book;
		this.orders = orders;
		this.lanes = lanes;
		this.placement = placement;
		this.rearming = rearming;
		this.evidence = evidence;
		this.drops = drops;
		this.venue = venue;
		this.clock = clock;
	}

	/** Sells everything that is held at market; false where that was intended before, nothing is held, or it is being sold already. */
	public boolean close(UUID id, String bot, String symbol, String reason) {
		Optional<Order> exit = Objects.requireNonNull(transactions.execute(_ -> intendExit(id, bot, symbol, reason)));
		exit.ifPresent(placement::dispatch);
		return exit.isPresent();
	}

	/**
	 * Places a stop; false where it was intended before, or all stops together would sell more than is held.
	 *
	 * @param kin the entry it protects, or a stop that protected it before
	 */
	public boolean protect(UUID id, Order kin, BigDecimal quantity, BigDecimal price, String reason) {
		Optional<Order> stop = rearming.intend(id, kin, quantity, price, reason);
		stop.ifPresent(placement::dispatch);
		return stop.isPresent();
	}

	/** Cancels it at the venue, learns what became of it, and then does what follows in the same lane. */
	public void cancel(Order order, Runnable then) {
		lanes.run(order, () -> {
			if (order.venueOrderId() != null) {
				drops.except(order);
				venue.cancel(order.venueOrderId());
			}
			placement.settle(order);
			then.run();
		});
	}

	/** Asks the venue about them, and waits for the answers for a while. */
	public void settle(Collection<Order> some, Duration atMost) {
		some.forEach(it -> lanes.run(it, () -> placement.settle(it)));
		lanes.settle(some, atMost);
	}

	/**
	 * Moves the stop of a leg that came with a bracket. The venue does that in one step, with a new order in its place; that the
	 * entry has a leg to learn is stored first, so it is learned whatever happens in between.
	 */
	public void move(Order leg, Order entry, BigDecimal price) {
		lanes.run(leg, () -> {
			Order awaiting = awaitingLegs(entry);
			drops.except(leg);
			venue.moveStop(Objects.requireNonNull(leg.venueOrderId()), price);
			evidence.lookUp(leg);
			evidence.lookUp(awaiting);
		});
	}

	private Order awaitingLegs(Order entry) {
		return Objects.requireNonNull(transactions.execute(_ -> {
			Changes changes = book.open(List.of(), List.of(entry), List.of());
			changes.amend(changes.order(entry.id()).awaitingLegs());
			book.write(changes);
			return changes.order(entry.id());
		}));
	}

	private Optional<Order> intendExit(UUID id, String bot, String symbol, String reason) {
		Changes changes = book.open(List.of(bot), List.of(), List.of());
		BigDecimal held = changes.page().position(bot, symbol).quantity();
		boolean selling = orders.open(bot, symbol).stream().anyMatch(it -> it.is(OrderRole.EXIT));
		if (held.signum() <= 0 || selling || orders.one(id).isPresent()) {
			return Optional.empty();
		}
		var terms = OrderTerms.market(symbol, Side.SELL, OrderRole.EXIT, Intent.timeInForce(symbol, held));
		Order exit = new Order(id, bot, bot + "-" + id, null, null, null, terms, OrderLife.intended(held, reason), 1, false,
				Chain.beginning(clock.instant()), changes.page().entry(bot).asOf(), clock.instant());
		changes.add(exit, null, exit.decidedAt());
		book.write(changes);
		return Optional.of(exit);
	}
}
