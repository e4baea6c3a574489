package io.vigie.sentinel.account;

import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.sentinel.venue.Broker;
import io.vigie.sentinel.venue.VenueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how orders ended that ended while nobody listened. An end told twice has the same id. */
@Component
class EndedOrders {

	private static final Duration MARGIN = Duration.ofMinutes(5);

	private final Broker broker;
	private final AccountTeller teller;
	private final ActivityCursors cursors;
	private final String account;

	EndedOrders(Broker broker, AccountTeller teller, ActivityCursors cursors, AccountSettings settings) {
		this.broker = broker;
		this.teller = teller;
		this.cursors = cursors;
		this.account = settings.name();
	}

	/** Oldest first. */
	void tell() throws InterruptedException {
		Instant since = cursors.find(account).map(it -> it.seenAt().minus(MARGIN)).orElse(Instant.EPOCH);
		List<VenueOrder> orders = broker.endedOrders();
		for (VenueOrder order : orders.reversed()) {
			Optional<VenueEvent> end = end(order.status());
			if (end.isPresent() && !order.updatedAt().isBefore(since)) {
				teller.tell(new OrderUpdated(account, end.get(), order.id(), order.clientId(), order.symbol(),
						order.side(), order.type(),
						order.quantity(), order.filledQuantity(), order.averagePrice(), null, order.updatedAt(), ""));
			}
		}
	}

	/** Fills are not ends of this kind: the account's history tells of each. */
	private static Optional<VenueEvent> end(String status) {
		return switch (status) {
			case "canceled" -> Optional.of(VenueEvent.CANCELED);
			case "expired" -> Optional.of(VenueEvent.EXPIRED);
			case "rejected" -> Optional.of(VenueEvent.REJECTED);
			case "replaced" -> Optional.of(VenueEvent.REPLACED);
			default -> Optional.empty();
		};
	}
}
