package io.vigie.executor.order;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.engine.order.ResendRule;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Finds out whose orders events are about. An order nobody knows may be foreign, or the leg of an entry whose answer is still
 * on its way: so the answers are awaited, or the venue is asked, before anything is called foreign.
 */
@Component
class Owners {

	private static final Duration ANSWERS = Duration.ofSeconds(2);

	private final Orders orders;
	private final Evidence evidence;
	private final Lanes lanes;
	private final Alpaca venue;
	private final Clock clock;

	Owners(Orders orders, Evidence evidence, Lanes lanes, Alpaca venue, Clock clock) {
		this.venue = venue;
		this.clock = clock;
		this.orders = orders;
		this.evidence = evidence;
		this.lanes = lanes;
	}

	/** @throws TransientDataAccessResourceException when only the venue can tell, and it can't be asked now */
	List<Order> of(List<Message<AccountMessage>> batch) {
		Set<String> venueIds = new HashSet<>();
		Set<String> clientIds = new HashSet<>();
		batch.forEach(it -> {
			switch (it.data()) {
				case OrderUpdated told -> {
					venueIds.add(told.venueOrderId());
					clientIds.add(told.clientOrderId());
					if (told.replaces() != null) {
						venueIds.add(told.replaces());
					}
				}
				case CashMoved moved -> {
					if (moved.venueOrderId() != null) {
						venueIds.add(moved.venueOrderId());
					}
				}
			}
		});
		List<Order> known = orders.known(venueIds, clientIds);
		Set<String> strangers = symbolsOfStrangers(batch, known);
		List<Order> unsettled = strangers.isEmpty() ? List.of() : orders.unsettled(strangers);
		if (unsettled.isEmpty()) {
			return known;
		}
		lanes.settle(unsettled, ANSWERS);
		orders.unsettled(strangers).forEach(this::ask);
		return orders.known(venueIds, clientIds);
	}

	private void ask(Order unsettled) {
		Duration sinceSend = Duration.between(unsettled.changedAt(), clock.instant());
		try {
			if (!evidence.lookUp(unsettled) && unsettled.life().isUnconfirmed()
					&& venue.resendRule().decide(ResendRule.LookUp.ABSENT, sinceSend) instanceof ResendRule.Decision.Wait) {
				// The venue may have it and not find it yet: a leg of it must not be taken for somebody else's order.
				throw new TransientDataAccessResourceException("Whose order an event is about can't be told before the venue's absence is proof");
			}
		}
		catch (VenueUnavailable | AnswerLost e) {
			throw new TransientDataAccessResourceException("Whose order an event is about can't be told before the venue answers", e);
		}
	}

	private static Set<String> symbolsOfStrangers(List<Message<AccountMessage>> batch, List<Order> known) {
		Set<String> symbols = new HashSet<>();
		for (Message<AccountMessage> message : batch) {
			if (message.data() instanceof OrderUpdated told && known.stream()
				.noneMatch(it -> told.venueOrderId().equals(it.venueOrderId()) || told.clientOrderId().equals(it.clientOrderId()))) {
				symbols.add(told.symbol());
			}
			if (message.data() instanceof CashMoved moved && moved.symbol() != null && moved.venueOrderId() != null
					&& known.stream().noneMatch(it -> moved.venueOrderId().equals(it.venueOrderId()))) {
				symbols.add(moved.symbol());
			}
		}
		return symbols;
	}
}
