package io.vigie.risk.hold;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.sql.Trip;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what is promised to orders: cash for entries, holdings for exits. Ends it when the executor says the order ended. */
@Service
public class HoldDesk {

	private static final Logger log = LoggerFactory.getLogger(HoldDesk.class);

	private final Holds holds;
	private final Inbox inbox;
	private final TransactionTemplate transaction;
	private final JdbcTemplate jdbc;

	HoldDesk(Holds holds, Inbox inbox, TransactionTemplate transaction, JdbcTemplate jdbc, MeterRegistry metrics) {
		this.transaction = transaction;
		this.holds = holds;
		this.inbox = inbox;
		this.jdbc = jdbc;
		Gauge.builder("risk.holds.open", holds, Holds::countOpen).description("Entries with cash set aside").register(metrics);
	}

	/** Most of what is said of orders concerns no hold, and costs nothing here. */
	public void hear(List<Message<OrderMessage>> batch) {
		List<Message<OrderMessage>> concerning = batch.stream().filter(HoldDesk::concerns).toList();
		if (!concerning.isEmpty()) {
			transaction.executeWithoutResult(_ -> follow(inbox.fresh("hold", concerning)));
		}
	}

	private void follow(List<Message<OrderMessage>> fresh) {
		List<OrderChanged> changes = fresh.stream().map(it -> (OrderChanged) it.data()).toList();
		List<OrderChanged> ended = changes.stream().filter(HoldDesk::endsEntry).toList();
		var trip = new Trip(jdbc);
		Supplier<Set<UUID>> held = holds.end(trip, ended);
		changes.stream().filter(HoldDesk::isExit).forEach(it -> holds.hear(trip, it));
		trip.go();
		ended.forEach(it -> tell(it, held.get().contains(it.proposalId())));
	}

	/** Sets cash aside, on a trip of the transaction that decides. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(Trip trip, List<OpenHold> granted) {
		holds.add(trip, granted);
	}

	/** What is set aside for these bots, as of the portfolios known by then; known once the trip is over. */
	public Supplier<List<OpenHold>> open(Trip trip, Collection<String> bots) {
		return holds.open(trip, bots);
	}

	/** What is set aside for anybody. */
	public Supplier<List<OpenHold>> openOfAll(Trip trip) {
		return holds.open(trip);
	}

	/** What these bots are selling by decision, as of the portfolios known by then. */
	public Supplier<List<Closing>> closing(Trip trip, Collection<String> bots) {
		return holds.closings(trip, bots);
	}

	private static void tell(OrderChanged end, boolean held) {
		if (held) {
			log.atInfo().addKeyValue("bot", end.bot()).addKeyValue("symbol", end.symbol()).addKeyValue("state", end.state())
				.addKeyValue("ledger_sequence", end.ledgerSequence()).log("Hold ends with its order");
		}
		else {
			log.atWarn().addKeyValue("order", end.orderId()).log("An entry ended that risk never held cash for");
		}
	}

	private static boolean concerns(Message<OrderMessage> message) {
		return switch (message.data()) {
			case OrderChanged it -> endsEntry(it) || isExit(it);
			case TradeBooked _ -> false;
		};
	}

	private static boolean endsEntry(OrderChanged change) {
		return switch (change.role()) {
			case ENTRY -> change.proposalId() != null && change.state().isFinal();
			case EXIT, STOP_LOSS, TAKE_PROFIT, FOREIGN -> false;
		};
	}

	private static boolean isExit(OrderChanged change) {
		return switch (change.role()) {
			case EXIT -> true;
			case ENTRY, STOP_LOSS, TAKE_PROFIT, FOREIGN -> false;
		};
	}
}
