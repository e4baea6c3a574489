package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order at the venue. Immutable: each transition is another value with the same id, so whoever was told about one
 * keeps what they were told.
 *
 * @param parent the order that this is a leg of
 * @param working how it is priced from now on, see {@link OrderType}
 * @param reserved cash held for what is still to be bought
 */
public record Order(UUID id, String clientOrderId, OrderClass orderClass, @Nullable UUID parent, List<UUID> legs, Terms terms,
		OrderStatus status, OrderType working, BigDecimal filledQuantity, BigDecimal filledNotional, BigDecimal reserved,
		@Nullable UUID replaces, @Nullable UUID replacedBy, Timeline times) {

	private static final int AVERAGE_SCALE = 18;

	public String symbol() {
		return terms.symbol();
	}

	public Side side() {
		return terms.side();
	}

	/** What is still to be traded; zero where the order says how much to spend instead. */
	public BigDecimal remaining() {
		BigDecimal quantity = terms.quantity();
		return quantity == null ? BigDecimal.ZERO : quantity.subtract(filledQuantity);
	}

	public Optional<BigDecimal> averagePrice() {
		return filledQuantity.signum() == 0 ? Optional.empty()
				: Optional.of(filledNotional.divide(filledQuantity, AVERAGE_SCALE, RoundingMode.HALF_EVEN));
	}

	/** Orders with the same key exit the same quantity: when one trades, the others have less left to do. */
	UUID group() {
		return parent == null ? id : parent;
	}

	/** A leg, or a one-cancels-other order: what happens to it happens to its siblings. */
	boolean isGrouped() {
		return parent != null || orderClass == OrderClass.OCO;
	}

	Order filled(Execution execution, BigDecimal stillReserved, Instant at) {
		BigDecimal quantity = filledQuantity.add(execution.quantity());
		boolean done = terms.quantity() == null || quantity.compareTo(terms.quantity()) >= 0;
		OrderStatus next = done ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
		return new Order(id, clientOrderId, orderClass, parent, legs, terms, next, working, quantity,
				filledNotional.add(execution.notional()), done ? BigDecimal.ZERO : stillReserved, replaces, replacedBy,
				times.reached(next, at));
	}

	Order became(OrderStatus next, Instant at) {
		return new Order(id, clientOrderId, orderClass, parent, legs, terms, next, working, filledQuantity, filledNotional,
				next.isOpen() ? reserved : BigDecimal.ZERO, replaces, replacedBy, times.reached(next, at));
	}

	Order working(OrderType type) {
		return new Order(id, clientOrderId, orderClass, parent, legs, terms, status, type, filledQuantity, filledNotional,
				reserved, replaces, replacedBy, times);
	}

	Order withTerms(Terms changed) {
		return new Order(id, clientOrderId, orderClass, parent, legs, changed, status, working, filledQuantity, filledNotional,
				reserved, replaces, replacedBy, times);
	}

	Order withLegs(List<UUID> ids) {
		return new Order(id, clientOrderId, orderClass, parent, List.copyOf(ids), terms, status, working, filledQuantity,
				filledNotional, reserved, replaces, replacedBy, times);
	}

	Order withParent(UUID changed) {
		return new Order(id, clientOrderId, orderClass, changed, legs, terms, status, working, filledQuantity, filledNotional,
				reserved, replaces, replacedBy, times);
	}

	Order replacedBy(UUID successor, Instant at) {
		Order replaced = became(OrderStatus.REPLACED, at);
		return new Order(id, clientOrderId, orderClass, parent, legs, terms, replaced.status, working, filledQuantity,
				filledNotional, BigDecimal.ZERO, replaces, successor, replaced.times);
	}
}
