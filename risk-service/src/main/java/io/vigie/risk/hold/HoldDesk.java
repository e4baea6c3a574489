package io.vigie.risk.hold;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.TradeBooked;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what is promised to orders: cash for entries, holdings for exits. Ends it when the executor says the order ended. */
@Service
public class HoldDesk {

	private static final Logger log = LoggerFactory.getLogger(HoldDesk.class);

	private final Holds holds;
	private final ExitOrders exits;
	private final Inbox inbox;
	private final TransactionTemplate transaction;
	private final Clock clock;

	HoldDesk(Holds holds, ExitOrders exits, Inbox inbox, TransactionTemplate transaction, Clock clock, MeterRegistry metrics) {
		this.transaction = transaction;
		this.holds = holds;
		this.exits = exits;
		this.inbox = inbox;
		this.clock = clock;
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
		endHolds(changes.stream().filter(HoldDesk::endsEntry).toList());
		changes.stream().filter(HoldDesk::isExit).forEach(it -> exits.hear(it.orderId(), it.bot(), it.symbol(), it.quantity(),
				it.state().isFinal() ? it.ledgerSequence() : null));
	}

	/** Sets the cash aside, in the transaction of the verdict. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(UUID proposalId, String bot, String symbol, BigDecimal amount) {
		holds.save(new Hold(proposalId, bot, symbol, amount, clock.instant()));
	}

	/** What is set aside for these bots, as of the portfolios known now. */
	@Transactional(readOnly = true)
	public List<OpenHold> open(Collection<String> bots) {
		return holds.openOf(bots).stream().map(Hold::view).toList();
	}

	/** What is set aside for anybody. */
	@Transactional(readOnly = true)
	public List<OpenHold> openOfAll() {
		return holds.openOfAll().stream().map(Hold::view).toList();
	}

	/** What these bots are selling by decision, as of the portfolios known now. */
	@Transactional(readOnly = true)
	public List<Closing> closing(Collection<String> bots) {
		return exits.openOf(bots).stream().map(ExitOrder::view).toList();
	}

	private void endHolds(List<OrderChanged> ends) {
		if (ends.isEmpty()) {
			return;
		}
		Map<UUID, Hold> byProposal = holds.findByProposalIdIn(ends.stream().map(OrderChanged::proposalId).toList())
			.stream()
			.collect(Collectors.toMap(Hold::getId, Function.identity()));
		for (OrderChanged end : ends) {
			Hold hold = byProposal.get(end.proposalId());
			if (hold == null) {
				log.atWarn().addKeyValue("order", end.orderId()).log("An entry ended that risk never held cash for");
				continue;
			}
			hold.end(end.ledgerSequence(), clock.instant());
			log.atInfo().addKeyValue("bot", end.bot()).addKeyValue("symbol", end.symbol()).addKeyValue("state", end.state())
				.addKeyValue("ledger_sequence", end.ledgerSequence()).log("Hold ends with its order");
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
