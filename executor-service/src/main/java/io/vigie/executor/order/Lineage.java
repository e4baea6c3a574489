package io.vigie.executor.order;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.executor.venue.Alpaca;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.VenueRejected;
import io.vigie.executor.venue.VenueUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Asks the venue about orders that took another's place, each once, when it is first told of: at which prices they rest, and, where the
 * other is not in our books either, whose place that one took, back to one that is.
 */
@Component
class Lineage {

	private static final Logger log = LoggerFactory.getLogger(Lineage.class);
	/** Nobody moves an order by hand so often within one absence of ours. */
	static final int MOST = 20;

	private final Function<String, Optional<VenueOrder>> venue;
	private final Function<String, Optional<Order>> books;

	@Autowired
	Lineage(Alpaca venue, Orders orders) {
		this(venue::byId, id -> orders.knownToVenueAs(id, ""));
	}

	Lineage(Function<String, Optional<VenueOrder>> venue, Function<String, Optional<Order>> books) {
		this.venue = venue;
		this.books = books;
	}

	/**
	 * Of those in the batch that nobody knows.
	 *
	 * @param known the orders it is about that are in our books, those whose place was taken directly included
	 * @throws TransientDataAccessResourceException when only the venue can tell whose an order is, and it can't be asked now
	 */
	Found of(List<Message<AccountMessage>> batch, List<Order> known) {
		Map<String, Heir> heirs = new HashMap<>();
		List<Order> ancestors = new ArrayList<>();
		for (Message<AccountMessage> message : batch) {
			if (message.data() instanceof OrderUpdated told && told.replaces() != null && !heirs.containsKey(told.venueOrderId())
					&& known.stream().noneMatch(it -> told.venueOrderId().equals(it.venueOrderId()) || told.clientOrderId().equals(it.clientOrderId()))) {
				boolean direct = known.stream().anyMatch(it -> told.replaces().equals(it.venueOrderId()));
				VenueOrder seen = direct ? askForPrices(told.venueOrderId()) : ask(told.venueOrderId());
				Optional<Order> ancestor = direct ? Optional.empty() : ancestor(told.replaces());
				ancestor.ifPresent(ancestors::add);
				heirs.put(told.venueOrderId(), new Heir(direct ? told.replaces() : ancestor.map(Order::venueOrderId).orElse(null),
						seen == null ? null : seen.limitPrice(), seen == null ? null : seen.stopPrice()));
			}
		}
		return new Found(ancestors, heirs);
	}

	private Optional<Order> ancestor(String replaced) {
		String id = replaced;
		for (int steps = 0; steps < MOST; steps++) {
			Optional<Order> ours = books.apply(id);
			if (ours.isPresent()) {
				return ours;
			}
			VenueOrder before = ask(id);
			if (before == null || before.replaces() == null) {
				return Optional.empty();
			}
			id = before.replaces();
		}
		log.atWarn().addKeyValue("venue_order_id", replaced).log("An order's line is too long to be followed, it counts as somebody else's");
		return Optional.empty();
	}

	/** Nothing where the venue has no such order. */
	private @Nullable VenueOrder ask(String id) {
		try {
			return venue.apply(id).orElse(null);
		}
		catch (VenueRejected e) {
			log.atWarn().addKeyValue("venue_order_id", id).addKeyValue("cause", String.valueOf(e.getMessage())).log("The venue does not tell of an order");
			return null;
		}
		catch (VenueUnavailable | AnswerLost e) {
			throw new TransientDataAccessResourceException("Whose place an order took can't be told before the venue answers", e);
		}
	}

	/** Whose it is is known, and its fills don't wait for its prices: until it is told otherwise it goes by those of the order before. */
	private @Nullable VenueOrder askForPrices(String id) {
		try {
			return ask(id);
		}
		catch (TransientDataAccessResourceException e) {
			log.atWarn().addKeyValue("venue_order_id", id).addKeyValue("cause", String.valueOf(e.getMessage())).log("Prices of a moved order are not known");
			return null;
		}
	}

	/**
	 * @param ancestors orders of ours at the beginning of a line
	 * @param heirs by the venue's id
	 */
	record Found(List<Order> ancestors, Map<String, Heir> heirs) {
	}
}
