package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.price.PriceSteps;
import io.vigie.executor.venue.VenueLegs;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stops that the executor places itself. All stops of a position together never sell more than is held, and none is placed
 * while somebody sells: asked when one is intended, behind the lock of the bot's page, and again before it is sent.
 */
@Component
class Rearming {

	private final TransactionTemplate transactions;
	private final OrderBook book;
	private final Orders orders;
	private final Books books;
	private final Exits exits;
	private final VenueLegs legs;
	private final PriceSteps steps;
	private final Clock clock;

	Rearming(TransactionTemplate transactions, OrderBook book, Orders orders, Books books, Exits exits, VenueLegs legs, PriceSteps steps,
			Clock clock) {
		this.transactions = transactions;
		this.book = book;
		this.orders = orders;
		this.books = books;
		this.exits = exits;
		this.legs = legs;
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * The stop to be put back at once where the venue refused what all else was cancelled for; nothing where nothing is held, nothing
	 * was refused, or no stop ever stood. Named after what was refused, so it is put back once.
	 */
	Optional<Order> after(Order exit) {
		boolean refused = orders.one(exit.id()).filter(it -> it.life().state() == OrderState.REJECTED).isPresent();
		if (!exit.is(OrderRole.EXIT) && !exit.replacesProtection() || !refused) {
			return Optional.empty();
		}
		BigDecimal held = books.position(exit.bot(), exit.terms().symbol()).quantity();
		return orders.lastStop(exit.bot(), exit.terms().symbol())
			.flatMap(last -> intend(Ids.named("rearm", exit.id()), last, held, Objects.requireNonNull(last.terms().stopPrice()),
					"the venue refused what was to take its place, the stop is put back"));
	}

	/**
	 * Intends a stop; nothing where it was intended before, or would sell more than is held.
	 *
	 * @param kin the entry it protects, or a stop that protected it before
	 */
	Optional<Order> intend(UUID id, Order kin, BigDecimal quantity, BigDecimal price, String reason) {
		return Objects.requireNonNull(transactions.execute(_ -> {
			Changes changes = book.open(List.of(kin.bot()), List.of(), List.of());
			BigDecimal held = changes.page().position(kin.bot(), kin.terms().symbol()).quantity();
			if (quantity.signum() <= 0 || orders.one(id).isPresent() || quantity.compareTo(uncovered(kin, held)) > 0) {
				return Optional.empty();
			}
			Order stop = stop(id, kin, quantity, price, reason);
			changes.add(stop, null, stop.decidedAt());
			book.write(changes);
			return Optional.of(stop);
		}));
	}

	/** The stop as it may be sent; nothing where it is not needed any more. */
	Optional<Order> ready(Order stop) {
		if (!stop.isOwn()) {
			return Optional.of(stop);
		}
		BigDecimal held = books.position(stop.bot(), stop.terms().symbol()).quantity();
		BigDecimal uncovered = uncovered(stop, held);
		if (uncovered.signum() <= 0) {
			exits.giveUp(stop, "nothing is left that it would protect");
			return Optional.empty();
		}
		return Optional.of(uncovered.compareTo(stop.life().quantity()) >= 0 ? stop : exits.sized(stop, uncovered));
	}

	/** What is held without a stop of its own, this one aside; nothing while somebody sells. */
	private BigDecimal uncovered(Order stop, BigDecimal held) {
		List<Order> open = orders.open(stop.bot(), stop.terms().symbol());
		if (open.stream().anyMatch(it -> it.is(OrderRole.EXIT))) {
			return BigDecimal.ZERO;
		}
		return open.stream().filter(it -> it.isOwnProtection() || it.is(OrderRole.STOP_LOSS)).filter(it -> !it.id().equals(stop.id()) && sells(it, open))
			.map(Order::remaining).reduce(held, BigDecimal::subtract);
	}

	/** Legs sleep until their entry has filled whole; the stop beside a target of our own sells what the target sells. */
	private static boolean sells(Order stop, List<Order> open) {
		return stop.isOwn() || open.stream().noneMatch(it -> it.id().equals(stop.parentId()));
	}

	private Order stop(UUID id, Order kin, BigDecimal quantity, BigDecimal wanted, String reason) {
		String symbol = kin.terms().symbol();
		BigDecimal price = steps.down(symbol, wanted);
		VenueLegs.Stop written = legs.stop(symbol, price);
		var terms = new OrderTerms(symbol, Side.SELL, written.type(), OrderRole.STOP_LOSS, Intent.timeInForce(symbol, quantity),
				steps.downOrNone(symbol, written.limit()),
				price, null, null);
		return new Order(id, kin.bot(), kin.bot() + "-" + id, null, kin.proposalId(), kin.is(OrderRole.ENTRY) ? kin.id() : kin.parentId(), terms,
				OrderLife.intended(quantity, reason), 1, false, kin.chain(), kin.decidedAt(), clock.instant());
	}
}
