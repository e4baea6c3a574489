package io.vigie.sentinel.account;

import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.common.work.Worker;
import io.vigie.engine.order.OrderType;
import io.vigie.sentinel.venue.Activity;
import io.vigie.sentinel.venue.Broker;
import io.vigie.sentinel.venue.VenueOrder;
import io.vigie.sentinel.venue.VenueRejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the account's history from where it stopped last: fills that the stream did not tell, and every movement of cash.
 * How far it got is stored after it was told, so what happens in between is told again, under the same id.
 */
@Component
class Activities implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Activities.class);
	private static final String CURRENCY = "USD";
	private static final Duration TROUBLED = Duration.ofSeconds(1);
	private static final Duration LAST_WORDS = Duration.ofSeconds(5);

	private final Worker worker = new Worker("activities", LAST_WORDS);
	private final AtomicBoolean endsToo = new AtomicBoolean();
	private final Broker broker;
	private final AccountTeller teller;
	private final ActivityCursors cursors;
	private final AccountSettings settings;
	private final EndedOrders endedOrders;

	Activities(Broker broker, AccountTeller teller, ActivityCursors cursors, AccountSettings settings, EndedOrders endedOrders) {
		this.broker = broker;
		this.teller = teller;
		this.cursors = cursors;
		this.settings = settings;
		this.endedOrders = endedOrders;
	}

	/** Soon, once for however many ask meanwhile. */
	void pullSoon() {
		worker.call();
	}

	/** Soon, and how orders ended as well: an event was missed, and it may have been an end. */
	void pullAllSoon() {
		endsToo.set(true);
		worker.call();
	}

	/** Returns when everything there is was told. */
	synchronized void pullNow() throws InterruptedException {
		ActivityCursors.Cursor cursor = cursors.find(settings.name()).orElse(null);
		if (cursor == null) {
			cursor = beginning();
		}
		while (true) {
			List<Activity> page = page(cursor);
			if (page.isEmpty()) {
				return;
			}
			for (Activity activity : page) {
				tell(activity);
			}
			cursor = new ActivityCursors.Cursor(page.getLast().id(), page.getLast().at());
			cursors.save(settings.name(), cursor);
		}
	}

	@Override
	public void start() {
		worker.start(this::run);
	}

	@Override
	public void stop() {
		worker.interrupt();
	}

	@Override
	public boolean isRunning() {
		return worker.goesOn();
	}

	/** What the account did before Vigie knew it is in its opening balance, and not told. */
	private ActivityCursors.Cursor beginning() {
		Optional<Activity> last = broker.lastActivity();
		var cursor = new ActivityCursors.Cursor(last.map(Activity::id).orElse(""), last.map(Activity::at)
				.orElseGet(() -> broker.hours().now()));
		cursors.save(settings.name(), cursor);
		return cursor;
	}

	private List<Activity> page(ActivityCursors.Cursor cursor) {
		try {
			return broker.activitiesAfter(cursor.activityId());
		}
		catch (VenueRejected e) {
			if (cursor.activityId().isEmpty()) {
				throw e;
			}
			log.atError().addKeyValue("activity", cursor.activityId())
					.log("The broker does not know the last entry seen: it is read from its beginning");
			return broker.activitiesAfter("");
		}
	}

	private void tell(Activity activity) throws InterruptedException {
		switch (activity) {
			case Activity.Fill fill -> {
				if (!teller.isTold(AccountTeller.fill(settings.name(), fill.orderId(), fill.cumulative()))) {
					teller.tell(message(fill));
				}
			}
			case Activity.Other it -> teller.tell(new CashMoved(settings.name(), it.id(), it.kind(), it.symbol(),
					CURRENCY, it.amount(),
					it.quantity(), it.orderId(), it.at(), it.description()));
			case Activity.Unreadable it ->
				log.atError().addKeyValue("activity", it.id()).addKeyValue("cause", it.cause())
						.log("Entry of the account's history can't be read");
		}
	}

	/** The history names the order; the order itself knows the rest. */
	private OrderUpdated message(Activity.Fill fill) {
		Optional<VenueOrder> order = broker.order(fill.orderId());
		var execution = new Execution(fill.quantity(), fill.price(), fill.cumulative(), fill.at());
		VenueEvent event = fill.leaves().signum() == 0 ? VenueEvent.FILLED : VenueEvent.PARTIALLY_FILLED;
		return new OrderUpdated(settings.name(), event, fill.orderId(), order.map(VenueOrder::clientId).orElse(""),
				fill.symbol(), fill.side(),
				order.map(VenueOrder::type).orElse(OrderType.MARKET), fill.cumulative().add(fill.leaves()),
						fill.cumulative(), null, execution,
				fill.at(), "", order.map(VenueOrder::replaces).orElse(null));
	}

	private void run() {
		while (worker.goesOn()) {
			try {
				worker.rest(settings.pullEvery());
				pullNow();
				if (endsToo.getAndSet(false)) {
					tellEnds();
				}
			}
			catch (InterruptedException _) {
				return;
			}
			catch (RuntimeException e) {
				log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage()))
						.log("The account's history can't be read now");
				worker.pause(TROUBLED);
			}
		}
	}

	/** Wanted until it is done. */
	private void tellEnds() throws InterruptedException {
		try {
			endedOrders.tell();
		}
		catch (RuntimeException e) {
			endsToo.set(true);
			throw e;
		}
	}
}
