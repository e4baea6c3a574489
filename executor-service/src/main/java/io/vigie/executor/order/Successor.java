package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.common.message.OrderUpdated;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody at the venue put in the place of one of ours, e.g. to move its price. It goes on for the same bot in the same
 * role, with cash held for it; what the old one has filled stays the old one's, so each fill counts once however late it comes.
 */
final class Successor {

	private static final int SCALE = 18;

	private Successor() {
	}

	/**
	 * Nothing where it replaces no order of ours, or does not say yet how much it is for.
	 *
	 * @param heir what the venue says of it; none where it was not asked
	 */
	static Optional<Order> of(Changes changes, OrderUpdated told, @Nullable Heir heir, Instant now) {
		Order old = replaced(changes, told, heir);
		BigDecimal quantity = Foreign.atLeast(told);
		if (old == null || quantity.signum() == 0) {
			return Optional.empty();
		}
		OrderTerms terms = old.terms();
		BigDecimal limit = heir == null || heir.limitPrice() == null ? terms.limitPrice() : heir.limitPrice();
		BigDecimal stop = heir == null || heir.stopPrice() == null ? terms.stopPrice() : heir.stopPrice();
		var successor = new Order(Ids.named("successor", told.venueOrderId()), old.bot(),
				told.clientOrderId().isEmpty() ? told.venueOrderId() : told.clientOrderId(), told.venueOrderId(), old.proposalId(), old.parentId(),
				new OrderTerms(terms.symbol(), told.side(), told.type(), terms.role(), terms.timeInForce(), limit, stop,
						terms.stopLoss(), terms.takeProfit(), terms.stopLimit(), terms.trail(), null),
				new OrderLife(quantity, OrderState.ACCEPTED, Fills.NONE, BigDecimal.ZERO, "put in the place of " + told.replaces() + " at the venue"), 1,
				false, old.chain(), told.occurredAt(), now);
		if (told.side() == Side.BUY) {
			hold(changes, old, successor, told.occurredAt());
		}
		return Optional.of(successor);
	}

	/** The order before it, or where nobody has seen that one, the one of ours that its line began with. */
	private static @Nullable Order replaced(Changes changes, OrderUpdated told, @Nullable Heir heir) {
		return told.replaces() == null ? null
				: changes.find(told.replaces(), "").or(() -> heir == null || heir.of() == null ? Optional.empty() : changes.find(heir.of(), "")).orElse(null);
	}

	/** As much per unit as for the old one, more where its limit was raised, and no more than there is: the venue has it, whether that covers it or not. */
	private static void hold(Changes changes, Order old, Order successor, Instant at) {
		BigDecimal held = changes.page().setAside(old.id());
		BigDecimal before = old.terms().limitPrice();
		BigDecimal now = successor.terms().limitPrice();
		BigDecimal asMuch = held.multiply(successor.life().quantity()).divide(old.life().quantity(), SCALE, RoundingMode.UP);
		BigDecimal wanted = before == null || now == null || before.signum() <= 0 ? asMuch
				: asMuch.multiply(now).divide(before, SCALE, RoundingMode.UP);
		changes.page().hold(old.bot(), successor.id(), wanted.min(changes.page().entry(old.bot()).free()).max(BigDecimal.ZERO), at);
	}
}
