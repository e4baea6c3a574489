package io.vigie.executor.order;

import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.ResendRule;
import io.vigie.executor.block.EntryBlocks;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.Answer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends an intended order, and finds out about one whose outcome is not known before it is ever sent again. */
@Component
class Placement {

	private static final Logger log = LoggerFactory.getLogger(Placement.class);

	/** For what is sent so soon after it was stored, the time of the intent stands for the time of the send. */
	private static final Duration PROMPT = Duration.ofMillis(500);
	/** No request is under way for so long: the venue's "no such order" is its last word. */
	private static final Duration ABSENCE_IS_FINAL = Duration.ofMinutes(1);

	private final Lanes lanes;
	private final Orders orders;
	private final Alpaca venue;
	private final Evidence evidence;
	private final Exits exits;
	private final Rearming rearming;
	private final Replacing replacing;
	private final EntryBlocks blocks;
	private final Measures measures;
	private final OrderSettings settings;
	private final Clock clock;

	Placement(Lanes lanes, Orders orders, Alpaca venue, Evidence evidence, Exits exits, Rearming rearming, Replacing replacing,
			EntryBlocks blocks, Measures measures, OrderSettings settings, Clock clock) {
		this.lanes = lanes;
		this.orders = orders;
		this.venue = venue;
		this.evidence = evidence;
		this.exits = exits;
		this.rearming = rearming;
		this.replacing = replacing;
		this.blocks = blocks;
		this.measures = measures;
		this.settings = settings;
		this.clock = clock;
	}

	/** For an order that was intended just now by this process: nobody can have sent it. */
	void dispatch(Order intended) {
		lanes.run(intended, () -> place(intended, false));
	}

	/** For an order that may be at the venue: asks first, and sends only what the venue proves not to have. */
	void settle(Order stale) {
		Order order = orders.one(stale.id()).orElse(stale);
		if (order.life().isSettled() && !order.hasLegsToLearn()) {
			return;
		}
		// Absence is as old as the question, so time counts up to it.
		Duration sinceSend = Duration.between(order.changedAt(), clock.instant());
		boolean found = evidence.lookUp(order);
		if (found || !order.life().isUnconfirmed()) {
			return;
		}
		switch (venue.resendRule().decide(ResendRule.LookUp.ABSENT, sinceSend)) {
			case ResendRule.Decision.Allowed _ when isTooOld(order, sinceSend) -> giveUp(order, sinceSend);
			case ResendRule.Decision.Allowed(String reason) -> {
				log.atInfo().addKeyValue("order_id", order.id()).addKeyValue("state", order.life().state()).addKeyValue("reason", reason)
					.log("The venue does not have the order, sending it");
				place(order, true);
			}
			case ResendRule.Decision.Wait _, ResendRule.Decision.Forbidden _ -> {
				// Asked again on the timer.
			}
		}
	}

	/** Only where the venue does not have it and never answered for it: an exit is never too old. */
	private boolean isTooOld(Order order, Duration sinceSend) {
		Duration age = order.life().state() == OrderState.INTENDED ? sinceSend : Duration.between(order.chain().beganAt(), clock.instant());
		return order.is(OrderRole.ENTRY) && age.compareTo(settings.entryDeadline()) > 0;
	}

	/** Never sent, it is withdrawn; sent, it is waited for until no request of ours can be under way any more. */
	private void giveUp(Order order, Duration sinceSend) {
		if (order.life().state() == OrderState.INTENDED) {
			evidence.say(order, new OrderEvent.Withdrawn("could not be sent for " + sinceSend.toSeconds() + " s: the price it was decided at is too old"));
		}
		else if (sinceSend.compareTo(ABSENCE_IS_FINAL) > 0) {
			evidence.say(order, new OrderEvent.Reported(OrderState.REJECTED, BigDecimal.ZERO,
					"the venue does not have it, and the price it was decided at is too old"));
		}
	}

	private void place(Order order, boolean again) {
		ready(order).ifPresent(it -> {
			if (again || Duration.between(it.changedAt(), clock.instant()).compareTo(PROMPT) > 0) {
				evidence.leaves(it);
			}
			var sample = measures.sending(it);
			Answer answer = venue.place(it.asWritten());
			measures.answered(sample);
			evidence.take(it, answer, again);
			if (answer instanceof Answer.Rejected && (it.is(OrderRole.EXIT) || it.replacesProtection())) {
				rearming.after(it).ifPresent(this::dispatch);
			}
		});
	}

	private Optional<Order> ready(Order order) {
		if (order.isOwnProtection() && hasEnded(order)) {
			return Optional.empty();
		}
		if (order.replacesProtection()) {
			return replacing.ready(order);
		}
		return switch (order.terms().role()) {
			case EXIT -> exits.ready(order);
			case STOP_LOSS -> rearming.ready(order);
			case ENTRY -> admitted(order);
			case TAKE_PROFIT, FOREIGN -> Optional.of(order);
		};
	}

	/** Somebody who sells, or wants another protection, may have given it up while it waited for its turn. */
	private boolean hasEnded(Order order) {
		return orders.one(order.id()).filter(it -> it.life().state().isFinal()).isPresent();
	}

	/** Nothing is bought any more once entries are blocked. */
	private Optional<Order> admitted(Order entry) {
		Optional<String> blocked = blocks.now();
		blocked.ifPresent(it -> exits.giveUp(entry, "no new entries are taken: " + it));
		return blocked.isPresent() ? Optional.empty() : Optional.of(entry);
	}
}
