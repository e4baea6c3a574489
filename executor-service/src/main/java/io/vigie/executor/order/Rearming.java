package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.ledger.Books;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the stop back where an exit cleared it away and the venue then refused the exit: the position would be bare. Named
 * after the exit, so it is put back once.
 */
@Component
class Rearming {

	private final TransactionTemplate transactions;
	private final OrderBook book;
	private final Orders orders;
	private final Books books;
	private final Clock clock;

	Rearming(TransactionTemplate transactions, OrderBook book, Orders orders, Books books, Clock clock) {
		this.transactions = transactions;
		this.book = book;
		this.orders = orders;
		this.books = books;
		this.clock = clock;
	}

	/** The stop to be sent now; nothing where nothing is held, nothing was refused, or no stop ever stood. */
	Optional<Order> after(Order exit) {
		boolean refused = orders.one(exit.id()).filter(it -> it.life().state() == OrderState.REJECTED).isPresent();
		BigDecimal held = books.position(exit.bot(), exit.terms().symbol()).quantity();
		boolean soldByAnother = orders.open(exit.bot(), exit.terms().symbol()).stream().anyMatch(it -> it.is(OrderRole.EXIT));
		if (!exit.is(OrderRole.EXIT) || !refused || held.signum() <= 0 || soldByAnother) {
			return Optional.empty();
		}
		return orders.lastStop(exit.bot(), exit.terms().symbol()).flatMap(last -> intend(stop(exit, last, held)));
	}

	private Order stop(Order exit, Order last, BigDecimal held) {
		UUID id = Ids.named("rearm", exit.id());
		var terms = new OrderTerms(exit.terms().symbol(), Side.SELL, OrderType.STOP, OrderRole.STOP_LOSS, last.terms().timeInForce(), null,
				last.terms().stopPrice(), null, null);
		return new Order(id, exit.bot(), exit.bot() + "-" + id, null, last.proposalId(), last.parentId(), terms,
				OrderLife.intended(held, "the venue refused the exit, the stop is put back"), 1, false, exit.chain(), exit.decidedAt(), clock.instant());
	}

	private Optional<Order> intend(Order stop) {
		return Objects.requireNonNull(transactions.execute(_ -> {
			Changes changes = book.open(List.of(stop.bot()), List.of(), List.of());
			if (orders.one(stop.id()).isPresent()) {
				return Optional.empty();
			}
			changes.add(stop, null, stop.decidedAt());
			book.write(changes);
			return Optional.of(stop);
		}));
	}
}
