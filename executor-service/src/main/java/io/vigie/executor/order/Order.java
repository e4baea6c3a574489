package io.vigie.executor.order;

import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.executor.venue.NewOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order of one bot, as stored. Immutable; the life decides what may follow what.
 *
 * @param clientOrderId known to the venue before the venue's own id is known to us
 * @param parentId the entry that a leg protects
 * @param changes how often it has changed; numbers its history
 * @param awaitsLegs a bracket whose legs the venue has not named yet; an entry that never awaited any goes out alone
 * @param decidedAt market time
 * @param changedAt wall-clock time
 */
public record Order(UUID id, String bot, String clientOrderId, @Nullable String venueOrderId, @Nullable UUID proposalId,
		@Nullable UUID parentId, OrderTerms terms, OrderLife life, int changes, boolean awaitsLegs, Chain chain, Instant decidedAt,
		Instant changedAt) {

	Order living(OrderLife next, Instant now) {
		return new Order(id, bot, clientOrderId, venueOrderId, proposalId, parentId, terms, next, changes + 1, awaitsLegs, chain, decidedAt, now);
	}

	Order knownAs(String idAtVenue) {
		return new Order(id, bot, clientOrderId, idAtVenue, proposalId, parentId, terms, life, changes, awaitsLegs, chain,
				decidedAt, changedAt);
	}

	Order belongingTo(Order parent, OrderTerms asLeg) {
		return new Order(id, parent.bot, clientOrderId, venueOrderId, parent.proposalId, parent.id, asLeg, life, changes, false,
				parent.chain, decidedAt, changedAt);
	}

	Order withLegsKnown() {
		return new Order(id, bot, clientOrderId, venueOrderId, proposalId, parentId, terms, life, changes, false, chain, decidedAt, changedAt);
	}

	Order awaitingLegs() {
		return new Order(id, bot, clientOrderId, venueOrderId, proposalId, parentId, terms, life, changes, true, chain, decidedAt, changedAt);
	}

	Order stoppedAt(BigDecimal price) {
		return new Order(id, bot, clientOrderId, venueOrderId, proposalId, parentId, terms.stoppedAt(price), life, changes, awaitsLegs, chain, decidedAt,
				changedAt);
	}

	/** What it may still buy or sell. */
	public BigDecimal remaining() {
		return life.quantity().subtract(life.filled());
	}

	/** The venue has it, and has still to say what protects it. */
	public boolean hasLegsToLearn() {
		return awaitsLegs && venueOrderId != null;
	}

	/** The same order for another quantity; only before it is sent, or where the venue knows better. */
	Order resized(BigDecimal quantity) {
		return new Order(id, bot, clientOrderId, venueOrderId, proposalId, parentId, terms,
				life.resized(quantity), changes, awaitsLegs, chain, decidedAt, changedAt);
	}

	/** Orders of one lane are sent one after the other. */
	String lane() {
		return bot + " " + terms.symbol();
	}

	public boolean is(OrderRole role) {
		return terms.role() == role;
	}

	/** Sent by the executor under a name of its own; not a leg that came with a bracket, nor somebody else's. */
	public boolean isOwn() {
		return clientOrderId.equals(bot + "-" + id);
	}

	/** A stop or a target that the executor sends by itself. */
	public boolean isOwnProtection() {
		return isOwn() && (is(OrderRole.STOP_LOSS) || is(OrderRole.TAKE_PROFIT));
	}

	/** Sells what another order sells as well: a leg of a bracket, or a half of an OCO. */
	boolean isOneOfTwo() {
		return is(OrderRole.TAKE_PROFIT) || is(OrderRole.STOP_LOSS) && !isOwn();
	}

	/** What somebody wants in the place of what protects the position: a stop that trails, or a target with a stop beside it. */
	boolean replacesProtection() {
		return isOwn() && (is(OrderRole.TAKE_PROFIT) || is(OrderRole.STOP_LOSS) && terms.trail() != null);
	}

	/** Where a trailing stop stands is the venue's to say. */
	NewOrder asWritten() {
		return new NewOrder(clientOrderId, terms.symbol(), terms.side(), terms.type(), terms.timeInForce(), life.quantity(),
				terms.limitPrice(), terms.trail() == null ? terms.stopPrice() : null, awaitsLegs ? terms.takeProfit() : null,
				awaitsLegs ? terms.stopLoss() : null, terms.stopLimit(), terms.trail(), terms.notional());
	}
}
