package io.vigie.sentinel.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.message.OrderUpdated;
import io.vigie.sentinel.connection.Conversation;
import io.vigie.sentinel.connection.LinkBroken;
import io.vigie.sentinel.connection.Session;
import io.vigie.sentinel.venue.AccountEvent;
import io.vigie.sentinel.venue.AccountFrames;
import io.vigie.sentinel.venue.Streams;
import io.vigie.sentinel.venue.VenueOrder;
import java.net.URI;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alpaca's account stream. A quiet account is nothing to worry about; a dead socket shows by its pings. */
final class AccountConversation implements Conversation {

	private static final Logger log = LoggerFactory.getLogger(AccountConversation.class);

	private final String account;
	private final Streams streams;
	private final AccountFrames frames;
	private final AccountTeller teller;
	private final Activities activities;
	private final EndedOrders endedOrders;
	private final MeterRegistry metrics;

	AccountConversation(String account, Streams streams, AccountFrames frames, AccountTeller teller,
			Activities activities,
			EndedOrders endedOrders, MeterRegistry metrics) {
		this.account = account;
		this.streams = streams;
		this.frames = frames;
		this.teller = teller;
		this.activities = activities;
		this.endedOrders = endedOrders;
		this.metrics = metrics;
	}

	@Override
	public URI address() {
		return streams.account();
	}

	@Override
	public void greet(Session session) throws LinkBroken, InterruptedException {
		session.say(streams.authentication());
		await(session, it -> it instanceof AccountEvent.Authorized authorized && authorized.accepted());
		session.say(streams.listening());
		await(session, AccountEvent.Listening.class::isInstance);
	}

	/** Fills missed come from the account's history, other ends of orders from the orders themselves. */
	@Override
	public void catchUp() throws InterruptedException {
		activities.pullNow();
		endedOrders.tell();
	}

	@Override
	public boolean hear(String frame) throws InterruptedException {
		switch (frames.read(frame)) {
			case AccountEvent.Updated updated -> {
				teller.tell(message(account, updated));
				if (updated.execution() != null) {
					activities.pullSoon();
				}
				return true;
			}
			case AccountEvent.Unreadable unreadable -> {
				metrics.counter("sentinel.account.unreadable").increment();
				log.atWarn().addKeyValue("cause", unreadable.cause())
						.log("Account event can't be read; the history and the orders are asked instead");
				activities.pullAllSoon();
			}
			case AccountEvent.Authorized _, AccountEvent.Listening _, AccountEvent.Ignored _ -> {
				// small talk
			}
		}
		return false;
	}

	@Override
	public boolean isSilenceWrong() {
		return false;
	}

	private static OrderUpdated message(String account, AccountEvent.Updated updated) {
		VenueOrder order = updated.order();
		return new OrderUpdated(account, updated.event(), order.id(), order.clientId(), order.symbol(), order.side(),
				order.type(),
				order.quantity(), order.filledQuantity(), order.averagePrice(), updated.execution(), updated.at(),
						updated.reason(), order.replaces());
	}

	private void await(Session session, Predicate<AccountEvent> wanted) throws LinkBroken, InterruptedException {
		while (true) {
			AccountEvent event = frames.read(session.answer());
			if (event instanceof AccountEvent.Authorized authorized && !authorized.accepted()) {
				throw new LinkBroken("The broker refuses the keys");
			}
			if (wanted.test(event)) {
				return;
			}
		}
	}
}
