package io.vigie.sentinel.scan;

import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Outbox;
import io.vigie.common.kafka.Topics;
import io.vigie.common.kafka.Trace;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.message.TaskMessage;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.bar.BarStore;
import io.vigie.sentinel.feed.Feeds;
import io.vigie.sentinel.feed.Opening;
import io.vigie.sentinel.feed.SymbolRecord;
import io.vigie.sentinel.screen.Screen;
import io.vigie.sentinel.screen.Screener;
import io.vigie.sentinel.venue.VenueRejected;
import io.vigie.sentinel.venue.VenueUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers the orchestrator's wish for a look over the market: how wild what is followed is, and who moves at the whole venue.
 */
@Service
class ScanDesk {

	private static final Logger log = LoggerFactory.getLogger(ScanDesk.class);
	private static final String ME = "sentinel";
	private static final int MINUTES = 60;
	private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");

	private final Screener screener;
	private final TransactionTemplate transactions;
	private final Inbox inbox;
	private final Outbox outbox;
	private final AgentLogs agentLogs;
	private final BarStore bars;
	private final Feeds feeds;
	private final Opening opening;
	private final Clock clock;

	ScanDesk(Screener screener, TransactionTemplate transactions, Inbox inbox, Outbox outbox, AgentLogs agentLogs, BarStore bars, Feeds feeds, Opening opening,
			Clock clock) {
		this.screener = screener;
		this.transactions = transactions;
		this.inbox = inbox;
		this.outbox = outbox;
		this.agentLogs = agentLogs;
		this.bars = bars;
		this.feeds = feeds;
		this.opening = opening;
		this.clock = clock;
	}

	/** The venue is asked before the transaction begins: it may take its time. */
	void run(List<Message<TaskMessage>> batch) {
		List<Message<TaskMessage>> mine = mine(batch);
		if (mine.isEmpty()) {
			return;
		}
		Optional<Screen> screen = mine.stream().anyMatch(ScanDesk::isScan) ? screen() : Optional.empty();
		transactions.executeWithoutResult(_ -> {
			for (Message<TaskMessage> message : inbox.fresh("scan", mine)) {
				try (Trace _ = Trace.of(message)) {
					switch (message.data()) {
						case RunTask task -> answer(message, task, screen);
					}
				}
			}
		});
	}

	private Optional<Screen> screen() {
		try {
			return Optional.of(screener.look());
		}
		catch (VenueUnavailable | VenueRejected e) {
			log.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("The venue can't be looked over now");
			return Optional.empty();
		}
	}

	private static boolean isScan(Message<TaskMessage> message) {
		return message.data() instanceof RunTask task && task.kind() == TaskKind.MARKET_SCAN;
	}

	private static List<Message<TaskMessage>> mine(List<Message<TaskMessage>> batch) {
		return batch.stream().filter(it -> it.data() instanceof RunTask task && task.owner().equals(ME)).toList();
	}

	private void answer(Message<TaskMessage> message, RunTask task, Optional<Screen> screen) {
		Instant started = clock.instant();
		if (task.kind() != TaskKind.MARKET_SCAN) {
			reply(message, task, Outcome.SKIPPED, "The sentinel has nothing to do for " + task.kind(), Map.of(),
					started);
		}
		else if (started.isAfter(task.deadline())) {
			reply(message, task, Outcome.SKIPPED, "Came too late for its deadline", Map.of(), started);
		}
		else {
			MarketScan scan = scan(screen);
			reply(message, task, scan.isEmpty() ? Outcome.SKIPPED : Outcome.DONE, scan.sentence(), facts(scan),
					started);
			agentLogs.log(AgentLogged.Kind.ACTION, null, scan.sentence(), facts(scan), message);
		}
	}

	private MarketScan scan(Optional<Screen> screen) {
		List<Mover> movers = new ArrayList<>();
		for (SymbolRecord symbol : feeds.records()) {
			List<Bar> latest = bars.closedBy(symbol.symbol(), Timeframe.M1, EVER, MINUTES + 1);
			if (latest.size() > 1) {
				movers.add(Mover.of(latest));
			}
		}
		return new MarketScan(movers, screen);
	}

	private Map<String, String> facts(MarketScan scan) {
		Map<String, String> facts = scan.facts();
		opening.last().ifPresent(it -> facts.put("market_open", Boolean.toString(it.isOpen())));
		feeds.records().stream().flatMap(it -> it.age().stream()).min(Comparator.naturalOrder())
			.map(Duration::toMillis).ifPresent(it -> facts.put("tick_age_ms", it.toString()));
		return facts;
	}

	private void reply(Message<TaskMessage> message, RunTask task, Outcome outcome, String summary, Map<String,
			String> facts, Instant started) {
		Instant now = clock.instant();
		var result = new TaskFinished(task.taskId(), task.kind(), outcome, summary, facts, started, now);
		outbox.append(Topics.results(ME), task.taskId().toString(),
				message.leadsTo(Ids.named("result", task.taskId(), message.id()), ME, "orchestrator", now, result));
	}
}
