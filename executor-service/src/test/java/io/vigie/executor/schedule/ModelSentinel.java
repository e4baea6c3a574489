package io.vigie.executor.schedule;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells on what the venue's stream tells it, in the identities of the real one; fills its gaps from the history. */
public final class ModelSentinel {

	private static final Map<String, VenueEvent> ENDS = Map.of("canceled", VenueEvent.CANCELED, "expired", VenueEvent.EXPIRED, "rejected", VenueEvent.REJECTED);

	public final Topic<AccountMessage> topic = new Topic<>();
	private final World world;
	private final List<AccountMessage> heard = new ArrayList<>();
	private final Set<UUID> told = new HashSet<>();

	ModelSentinel(World world) {
		this.world = world;
	}

	void hear(AccountMessage message) {
		heard.add(message);
	}

	public boolean hasNews() {
		return !heard.isEmpty();
	}

	/** Passes on what it heard first, unless it fares ill. */
	public void tellNext() {
		if (heard.isEmpty()) {
			return;
		}
		int next = heard.size() > 1 && world.suffers(Fault.EVENT_OVERTAKEN, 15) ? world.luck.between(1, heard.size() - 1) : 0;
		AccountMessage message = heard.remove(next);
		if (world.suffers(Fault.EVENT_DROPPED, 10)) {
			return;
		}
		say(message);
		if (world.suffers(Fault.EVENT_TWICE, 10)) {
			say(message);
		}
	}

	/** What happened at the account and was not told: fills and cash out of its history, ends out of the orders. */
	public void fillGaps() {
		for (ModelVenue.Entry entry : world.venue.activities) {
			if (!told.contains(idOf(entry.message()))) {
				say(entry.message());
			}
		}
		for (ModelOrder order : world.venue.orders) {
			VenueEvent end = ENDS.get(order.status);
			if (end != null && !told.contains(Ids.named("order", "paper", order.id, end))) {
				say(world.venue.toldOf(order, end));
			}
		}
	}

	private void say(AccountMessage message) {
		UUID id = idOf(message);
		told.add(id);
		topic.add(Message.beginning(id, "sentinel", Message.ALL, world.clock.instant(), message));
	}

	private static UUID idOf(AccountMessage data) {
		return switch (data) {
			case OrderUpdated it when it.execution() != null ->
				Ids.named("fill", it.account(), it.venueOrderId(), it.execution().cumulativeQuantity().stripTrailingZeros().toPlainString());
			case OrderUpdated it -> Ids.named("order", it.account(), it.venueOrderId(), it.event());
			case CashMoved it -> Ids.named("activity", it.account(), it.activityId());
		};
	}
}
