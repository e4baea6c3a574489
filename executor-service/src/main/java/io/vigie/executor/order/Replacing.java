package io.vigie.executor.order;

import io.vigie.engine.order.OrderRole;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.venue.VenueLegs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts what somebody wants in the place of what protects a position. Shares can be promised to one order only, so what rests for them is
 * cancelled by name first, the venue's confirmation awaited, and the new order sized to what is held then. Of several wanted at once
 * the last one stands.
 */
@Component
class Replacing {

	private static final Logger log = LoggerFactory.getLogger(Replacing.class);

	private final Orders orders;
	private final Books books;
	private final Exits exits;
	private final VenueLegs legs;

	Replacing(Orders orders, Books books, Exits exits, VenueLegs legs) {
		this.orders = orders;
		this.books = books;
		this.exits = exits;
		this.legs = legs;
	}

	/** The order as it may be sent; nothing where it is not wanted any more, or not possible yet. */
	Optional<Order> ready(Order wanted) {
		String symbol = wanted.terms().symbol();
		Optional<String> obstacle = obstacle(wanted).or(() -> refusal(symbol, held(wanted)));
		if (obstacle.isPresent()) {
			exits.giveUp(wanted, obstacle.get());
			return Optional.empty();
		}
		if (!exits.clear(wanted)) {
			log.atWarn().addKeyValue("order_id", wanted.id()).log("The venue has not confirmed the cancels yet, what takes their place waits");
			return Optional.empty();
		}
		BigDecimal held = held(wanted);
		if (held.signum() <= 0) {
			exits.giveUp(wanted, "nothing is left to protect: the position is closed already");
			return Optional.empty();
		}
		return Optional.of(held.compareTo(wanted.life().quantity()) == 0 ? wanted : exits.sized(wanted, held));
	}

	/** What is on its way already and must not be crossed. */
	private Optional<String> obstacle(Order wanted) {
		boolean later = false;
		for (Order other : orders.open(wanted.bot(), wanted.terms().symbol())) {
			if (other.is(OrderRole.EXIT)) {
				return Optional.of("the position is being sold");
			}
			if (other.is(OrderRole.ENTRY) && other.life().filled().signum() > 0) {
				return Optional.of("an entry of the position is still filling");
			}
			if (later && other.replacesProtection()) {
				return Optional.of("another was wanted since");
			}
			later |= other.id().equals(wanted.id());
		}
		return Optional.empty();
	}

	/** Before anything is cancelled for it. */
	private Optional<String> refusal(String symbol, BigDecimal held) {
		return held.signum() <= 0 ? Optional.of("nothing is held that it would protect") : legs.refusal(symbol, held);
	}

	private BigDecimal held(Order wanted) {
		return books.position(wanted.bot(), wanted.terms().symbol()).quantity();
	}
}
