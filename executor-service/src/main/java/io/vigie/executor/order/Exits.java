package io.vigie.executor.order;

import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.venue.Alpaca;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Clears the way for what sells a position: what rests at the venue for it is cancelled, the venue's confirmation awaited, and what
 * is left is what is sold. Every step starts from what is stored and what the venue says, so it can be begun again at any point.
 */
@Component
class Exits {

	private static final Logger log = LoggerFactory.getLogger(Exits.class);
	private static final Duration PAUSE = Duration.ofMillis(50);
	/** No request is under way for so long: the venue's "no such order" is its last word. */
	private static final Duration ABSENCE_IS_FINAL = Duration.ofMinutes(1);

	private final TransactionTemplate transactions;
	private final OrderBook book;
	private final Orders orders;
	private final Books books;
	private final Alpaca venue;
	private final Evidence evidence;
	private final Drops drops;
	private final OrderSettings settings;
	private final Clock clock;

	Exits(TransactionTemplate transactions, OrderBook book, Orders orders, Books books, Alpaca venue, Evidence evidence, Drops drops,
			OrderSettings settings, Clock clock) {
		this.transactions = transactions;
		this.book = book;
		this.orders = orders;
		this.books = books;
		this.venue = venue;
		this.evidence = evidence;
		this.drops = drops;
		this.settings = settings;
		this.clock = clock;
	}

	/** The exit, sized to what is held; nothing where it is not needed, or not possible yet. */
	Optional<Order> ready(Order exit) {
		if (overtaken(exit)) {
			giveUp(exit, "another exit of this position is under way");
			return Optional.empty();
		}
		if (!clear(exit)) {
			log.atWarn().addKeyValue("order_id", exit.id()).log("The venue has not confirmed the cancels yet, exit waits");
			return Optional.empty();
		}
		BigDecimal held = books.position(exit.bot(), exit.terms().symbol()).quantity();
		if (held.signum() <= 0) {
			giveUp(exit, "nothing is left to sell: the position is closed already");
			return Optional.empty();
		}
		return Optional.of(held.compareTo(exit.life().quantity()) == 0 ? exit : sized(exit, held));
	}

	/** By one that may be at the venue, or that was intended before; of several intended at once exactly one is not. */
	private boolean overtaken(Order exit) {
		boolean before = true;
		for (Order other : orders.open(exit.bot(), exit.terms().symbol())) {
			if (other.id().equals(exit.id())) {
				before = false;
			}
			else if (other.is(OrderRole.EXIT) && (before || other.life().state() != OrderState.INTENDED)) {
				return true;
			}
		}
		return false;
	}

	/** Whether nothing rests any more that would sell what this order is to sell. Asks for the cancels, and waits for a while. */
	boolean clear(Order exit) {
		Instant deadline = clock.instant().plus(settings.cancelWait());
		Set<UUID> asked = new HashSet<>();
		Set<UUID> absent = new HashSet<>();
		while (true) {
			List<Order> resting = resting(exit, absent);
			if (resting.isEmpty()) {
				return true;
			}
			resting.stream().filter(it -> it.venueOrderId() != null && asked.add(it.id())).forEach(this::cancel);
			resting.stream().filter(it -> !evidence.lookUp(it) && it.life().isUnconfirmed()).forEach(it -> {
				absent.add(it.id());
				giveUp(it, exit.is(OrderRole.EXIT) ? "the position is being closed" : "another order takes its place");
			});
			if (resting(exit, absent).isEmpty()) {
				return true;
			}
			if (clock.instant().isAfter(deadline) || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/**
	 * Entries without the venue's word are not waited for: they carry their own protection if they come to life. A stop of our own
	 * is asked about: where the venue has it, it would sell what the exit sells. What only protects leaves entries that wait, the
	 * legs that sleep with them, and what was wanted since: that comes after it.
	 */
	private List<Order> resting(Order exit, Set<UUID> absent) {
		List<Order> all = orders.openOrMissing(exit.bot(), exit.terms().symbol());
		return all.stream()
			.filter(it -> it.venueOrderId() != null || it.isOwnProtection())
			.filter(it -> !it.id().equals(exit.id()) && !it.is(OrderRole.EXIT) && !it.is(OrderRole.FOREIGN) && !absent.contains(it.id()))
			.filter(it -> exit.is(OrderRole.EXIT) || !isStillToCome(it) && all.stream().noneMatch(other -> isWaitingEntry(other) && belongs(it, other)))
			.toList();
	}

	private static boolean isStillToCome(Order order) {
		return order.replacesProtection() && order.life().state() == OrderState.INTENDED;
	}

	private static boolean isWaitingEntry(Order order) {
		return order.is(OrderRole.ENTRY) && !order.life().state().isFinal();
	}

	private static boolean belongs(Order order, Order entry) {
		return order.id().equals(entry.id()) || entry.id().equals(order.parentId());
	}

	private void cancel(Order order) {
		if (order.venueOrderId() != null && !order.life().state().isFinal()) {
			drops.except(order);
			venue.cancel(order.venueOrderId());
		}
	}

	/** Stores the order for another quantity, before it is sent. */
	Order sized(Order exit, BigDecimal held) {
		Order sized = exit.resized(held);
		transactions.executeWithoutResult(_ -> {
			Changes changes = book.open(List.of(), List.of(exit), List.of());
			changes.amend(changes.order(exit.id()).resized(held));
			book.write(changes);
		});
		return sized;
	}

	/** Where the venue does not have it: at once if it was never sent, else when it can't appear there any more. */
	void giveUp(Order exit, String reason) {
		if (exit.life().state() == OrderState.INTENDED) {
			evidence.say(exit, new OrderEvent.Withdrawn(reason));
		}
		else if (Duration.between(exit.changedAt(), clock.instant()).compareTo(ABSENCE_IS_FINAL) > 0) {
			evidence.say(exit, new OrderEvent.Reported(OrderState.REJECTED, BigDecimal.ZERO, "the venue has no such order, and " + reason));
		}
	}
}
