package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.venue.VenueOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders the venue itself places with a bracket: they protect the entry and belong to its bot. */
final class Leg {

	private static final Logger log = LoggerFactory.getLogger(Leg.class);

	private Leg() {
	}

	static Order adopt(Changes changes, Order parent, VenueOrder seen, Instant at) {
		Order known = changes.find(seen.id(), seen.clientOrderId()).orElse(null);
		if (known == null) {
			Order leg = new Order(Ids.named("leg", seen.id()), parent.bot(), seen.clientOrderId().isEmpty() ? seen.id() : seen.clientOrderId(),
					seen.id(), parent.proposalId(), parent.id(), terms(seen, parent),
					new OrderLife(Objects.requireNonNullElse(seen.quantity(), parent.life().quantity()), OrderState.ACCEPTED, Fills.NONE, BigDecimal.ZERO, "rests at the venue for its entry"), 1, false,
					parent.chain(), at, parent.changedAt());
			changes.add(leg, null, at);
			return leg;
		}
		if (known.is(OrderRole.FOREIGN) && known.life().filled().signum() == 0) {
			// Its events overtook the answer that names it.
			Order leg = known.belongingTo(parent, terms(seen, parent));
			changes.amend(leg);
			return leg;
		}
		if (known.parentId() == null) {
			log.atError().addKeyValue("order_id", known.id()).addKeyValue("parent_id", parent.id()).log("A leg was booked as foreign and has filled");
		}
		return known;
	}

	private static OrderTerms terms(VenueOrder seen, Order parent) {
		OrderRole role = seen.type() == OrderType.LIMIT ? OrderRole.TAKE_PROFIT : OrderRole.STOP_LOSS;
		return new OrderTerms(seen.symbol(), seen.side(), seen.type(), role, parent.terms().timeInForce(), seen.limitPrice(),
				seen.stopPrice(), null, null);
	}
}
